package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** It is closed already. */
public final class TicketClosed extends Refusal {

    public TicketClosed(String code) {
        super(Kind.CONFLICT, null, Map.of("code", code));
    }

    @Override
    public String name() {
        return "ticket-closed";
    }
}
