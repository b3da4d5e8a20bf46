package pronto.sla;

import java.util.Map;
import pronto.ui.Refusal;

/** There is no plan or calendar of this name. */
public final class NotPromised extends Refusal {

    private final String name;

    private NotPromised(String name, String searched) {
        super(Kind.NOT_FOUND, null, Map.of("searched", searched));
        this.name = name;
    }

    public static NotPromised plan(String searched) {
        return new NotPromised("no-such-plan", searched);
    }

    public static NotPromised calendar(String searched) {
        return new NotPromised("no-such-calendar", searched);
    }

    @Override
    public String name() {
        return name;
    }
}
