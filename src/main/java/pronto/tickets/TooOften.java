package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** So much came by this link in an hour that no more is taken. */
public final class TooOften extends Refusal {

    public TooOften() {
        super(Kind.TOO_MANY, null, Map.of());
    }

    @Override
    public String name() {
        return "too-often";
    }
}
