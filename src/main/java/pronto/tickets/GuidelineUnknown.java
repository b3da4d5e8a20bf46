package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** No published guideline is called so. */
public final class GuidelineUnknown extends Refusal {

    public GuidelineUnknown(String named) {
        super(Kind.INVALID, "evidence", Map.of("named", named));
    }

    @Override
    public String name() {
        return "guideline-unknown";
    }
}
