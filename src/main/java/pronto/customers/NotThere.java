package pronto.customers;

import java.util.Map;
import pronto.ui.Refusal;

/** There is no such customer, or none of its contacts or platforms is this one. */
public final class NotThere extends Refusal {

    private final String name;

    private NotThere(String name, String searched) {
        super(Kind.NOT_FOUND, null, Map.of("searched", searched));
        this.name = name;
    }

    public static NotThere customer(String code) {
        return new NotThere("no-such-customer", code);
    }

    public static NotThere contact(String id) {
        return new NotThere("no-such-contact", id);
    }

    public static NotThere platform(String id) {
        return new NotThere("no-such-platform", id);
    }

    public static NotThere planChange(String from) {
        return new NotThere("no-such-plan-change", from);
    }

    @Override
    public String name() {
        return name;
    }
}
