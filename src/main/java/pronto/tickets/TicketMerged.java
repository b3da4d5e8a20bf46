package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** What was said on it lies on another ticket now; it says on which. */
public final class TicketMerged extends Refusal {

    public TicketMerged(String code, String into) {
        super(Kind.CONFLICT, null, Map.of("code", code, "into", into));
    }

    @Override
    public String name() {
        return "ticket-merged";
    }
}
