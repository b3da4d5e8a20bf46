package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** Whoever asks for work gets none: nothing of these teams waits for a technician. */
public final class NothingWaits extends Refusal {

    public NothingWaits() {
        super(Kind.CONFLICT, null, Map.of());
    }

    @Override
    public String name() {
        return "nothing-waits";
    }
}
