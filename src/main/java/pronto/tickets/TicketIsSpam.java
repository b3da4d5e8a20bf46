package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** What nobody wants to read is not put together with what somebody does. */
public final class TicketIsSpam extends Refusal {

    public TicketIsSpam(String code) {
        super(Kind.CONFLICT, null, Map.of("code", code));
    }

    @Override
    public String name() {
        return "ticket-is-spam";
    }
}
