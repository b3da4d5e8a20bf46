package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** This is no e-mail address. */
public final class NotAnAddress extends Refusal {

    public NotAnAddress(String field, String address) {
        super(Kind.INVALID, field, Map.of("address", address));
    }

    @Override
    public String name() {
        return "not-an-address";
    }
}
