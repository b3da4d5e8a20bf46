package pronto.ui.api;

import java.util.Map;
import pronto.ui.Refusal;

/** Somebody else changed it since the version that the request was made for. */
public final class Changed extends Refusal {

    public Changed() {
        super(Kind.CHANGED, null, Map.of());
    }

    @Override
    public String name() {
        return "changed";
    }
}
