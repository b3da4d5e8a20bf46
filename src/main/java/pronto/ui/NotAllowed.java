package pronto.ui;

import java.util.Map;

/** The person or token may not do this. */
public final class NotAllowed extends Refusal {

    public NotAllowed() {
        super(Kind.FORBIDDEN, null, Map.of());
    }

    @Override
    public String name() {
        return "not-allowed";
    }
}
