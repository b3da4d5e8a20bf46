package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** A message needs words or a file. */
public final class EmptyMessage extends Refusal {

    public EmptyMessage(String field) {
        super(Kind.INVALID, field, Map.of());
    }

    @Override
    public String name() {
        return "empty-message";
    }
}
