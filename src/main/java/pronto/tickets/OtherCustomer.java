package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** A customer’s messages would come to lie on the ticket of another customer. */
public final class OtherCustomer extends Refusal {

    public OtherCustomer(String code, String into) {
        super(Kind.CONFLICT, "into", Map.of("code", code, "into", into));
    }

    @Override
    public String name() {
        return "other-customer";
    }
}
