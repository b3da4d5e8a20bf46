package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** Somebody else was faster; it says who. */
public final class TicketTaken extends Refusal {

    public TicketTaken(String code, String winner) {
        super(Kind.CONFLICT, null, Map.of("code", code, "winner", winner));
    }

    @Override
    public String name() {
        return "ticket-taken";
    }
}
