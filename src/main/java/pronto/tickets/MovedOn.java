package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** It cannot be undone while a message of it lies elsewhere by a later act; it says where. */
public final class MovedOn extends Refusal {

    public MovedOn(String code) {
        super(Kind.CONFLICT, null, Map.of("code", code));
    }

    @Override
    public String name() {
        return "moved-on";
    }
}
