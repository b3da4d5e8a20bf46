package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** Their messages lie together on one ticket, and they would become those of two customers. */
public final class MustStayApart extends Refusal {

    public MustStayApart(String code, String into) {
        super(Kind.CONFLICT, "customer", Map.of("code", code, "into", into));
    }

    @Override
    public String name() {
        return "must-stay-apart";
    }
}
