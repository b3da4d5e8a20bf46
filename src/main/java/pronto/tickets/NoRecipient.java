package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** Nobody is there to send it to. */
public final class NoRecipient extends Refusal {

    public NoRecipient() {
        super(Kind.INVALID, "to", Map.of());
    }

    @Override
    public String name() {
        return "no-recipient";
    }
}
