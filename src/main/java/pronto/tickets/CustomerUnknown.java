package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** There is no such customer. */
public final class CustomerUnknown extends Refusal {

    public CustomerUnknown(String field) {
        super(Kind.INVALID, field, Map.of());
    }

    @Override
    public String name() {
        return "customer-unknown";
    }
}
