package pronto.sla;

import java.util.Map;
import pronto.ui.Refusal;

/** What others go by cannot be removed. */
public final class InUse extends Refusal {

    private final String name;

    private InUse(String name, Map<String, Object> arguments) {
        super(Kind.CONFLICT, null, arguments);
        this.name = name;
    }

    public static InUse plan(String plan, long count) {
        return new InUse("plan-in-use", Map.of("plan", plan, "count", count));
    }

    public static InUse calendar(String calendar, String plans) {
        return new InUse("calendar-in-use", Map.of("calendar", calendar, "plans", plans));
    }

    public static InUse always() {
        return new InUse("calendar-built-in", Map.of());
    }

    @Override
    public String name() {
        return name;
    }
}
