package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** There is no such team. */
public final class TeamUnknown extends Refusal {

    public TeamUnknown(String field) {
        super(Kind.INVALID, field, Map.of());
    }

    @Override
    public String name() {
        return "team-unknown";
    }
}
