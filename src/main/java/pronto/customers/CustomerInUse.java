package pronto.customers;

import java.util.Map;
import pronto.ui.Refusal;

/** A customer who has tickets cannot be removed: their history would lose its owner. */
public final class CustomerInUse extends Refusal {

    public CustomerInUse(String code) {
        super(Kind.CONFLICT, null, Map.of("code", code));
    }

    @Override
    public String name() {
        return "customer-in-use";
    }
}
