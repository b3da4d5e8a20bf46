package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** A ticket that was split off has messages of its own by now, and does not vanish again. */
public final class GoneOn extends Refusal {

    public GoneOn(String code, String from) {
        super(Kind.CONFLICT, null, Map.of("code", code, "from", from));
    }

    @Override
    public String name() {
        return "gone-on";
    }
}
