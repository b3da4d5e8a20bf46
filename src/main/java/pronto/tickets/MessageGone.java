package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** The message has left. */
public final class MessageGone extends Refusal {

    public MessageGone() {
        super(Kind.CONFLICT, null, Map.of());
    }

    @Override
    public String name() {
        return "message-gone";
    }
}
