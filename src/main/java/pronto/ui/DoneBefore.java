package pronto.ui;

import java.util.Map;

/** This act happened, with other words than those that came now: whoever wants these too does it once more. */
public final class DoneBefore extends Refusal {

    public DoneBefore() {
        super(Kind.CONFLICT, null, Map.of());
    }

    @Override
    public String name() {
        return "done-before";
    }
}
