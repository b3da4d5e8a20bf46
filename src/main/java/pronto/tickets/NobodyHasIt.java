package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** It is in nobody's hands, so nobody can give it back. */
public final class NobodyHasIt extends Refusal {

    public NobodyHasIt(String code) {
        super(Kind.CONFLICT, null, Map.of("code", code));
    }

    @Override
    public String name() {
        return "nobody-has-it";
    }
}
