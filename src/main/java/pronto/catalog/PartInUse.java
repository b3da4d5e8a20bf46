package pronto.catalog;

import java.util.Map;
import pronto.ui.Refusal;

/** What something depends on, or a platform runs on, cannot be taken away; it can be retired. */
public final class PartInUse extends Refusal {

    public PartInUse(String part, String users) {
        super(Kind.CONFLICT, null, Map.of("part", part, "users", users.isEmpty() ? "none" : users));
    }

    @Override
    public String name() {
        return "part-in-use";
    }
}
