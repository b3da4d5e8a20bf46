package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** Nobody has looked at it yet: it has no priority, and is not resolved unseen. */
public final class NotScreened extends Refusal {

    public NotScreened(String code) {
        super(Kind.CONFLICT, null, Map.of("code", code));
    }

    @Override
    public String name() {
        return "not-screened";
    }
}
