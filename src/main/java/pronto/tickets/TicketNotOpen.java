package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** It is resolved or closed: it must be reopened first. */
public final class TicketNotOpen extends Refusal {

    public TicketNotOpen(String code) {
        super(Kind.CONFLICT, null, Map.of("code", code));
    }

    @Override
    public String name() {
        return "ticket-not-open";
    }
}
