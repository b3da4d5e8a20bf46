package pronto.channels.outbox;

import java.util.Map;
import pronto.ui.Refusal;

/** It cannot be taken back: some of it has left, or may have. */
public final class MailHasLeft extends Refusal {

    MailHasLeft() {
        super(Kind.CONFLICT, null, Map.of());
    }

    @Override
    public String name() {
        return "mail-has-left";
    }
}
