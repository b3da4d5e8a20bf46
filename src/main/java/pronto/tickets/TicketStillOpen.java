package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** It is not resolved yet, so it cannot be closed or reopened. */
public final class TicketStillOpen extends Refusal {

    public TicketStillOpen(String code) {
        super(Kind.CONFLICT, null, Map.of("code", code));
    }

    @Override
    public String name() {
        return "ticket-still-open";
    }
}
