package pronto.ui;

import java.util.Map;

/** There is no such thing, or it is not yours: the answer is the same. */
public final class NotFound extends Refusal {

    public NotFound() {
        super(Kind.NOT_FOUND, null, Map.of());
    }

    @Override
    public String name() {
        return "not-found";
    }
}
