package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** Somebody undid it before, or it never was. */
public final class NothingToUndo extends Refusal {

    public NothingToUndo() {
        super(Kind.CONFLICT, null, Map.of());
    }

    @Override
    public String name() {
        return "nothing-to-undo";
    }
}
