package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** This link is over, or was never given. */
public final class LinkEnded extends Refusal {

    public LinkEnded() {
        super(Kind.NOT_FOUND, null, Map.of());
    }

    @Override
    public String name() {
        return "link-ended";
    }
}
