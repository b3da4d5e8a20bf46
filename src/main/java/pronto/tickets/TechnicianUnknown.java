package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** No technician of ours: only our own people handle tickets. */
public final class TechnicianUnknown extends Refusal {

    public TechnicianUnknown(String field) {
        super(Kind.INVALID, field, Map.of());
    }

    @Override
    public String name() {
        return "technician-unknown";
    }
}
