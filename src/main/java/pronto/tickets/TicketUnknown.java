package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** There is no such ticket, or it is not yours to see. */
public final class TicketUnknown extends Refusal {

    public TicketUnknown(String code) {
        super(Kind.NOT_FOUND, null, Map.of("code", code));
    }

    @Override
    public String name() {
        return "ticket-unknown";
    }
}
