package pronto.tickets;

import java.util.Map;
import pronto.runtime.Spelling;
import pronto.ui.Refusal;

/** A resolution of this kind has to show something. */
public final class EvidenceMissing extends Refusal {

    public EvidenceMissing(Resolution.Kind resolution) {
        super(Kind.INVALID, "evidence", Map.of("kind", Spelling.of(resolution)));
    }

    @Override
    public String name() {
        return "evidence-missing";
    }
}
