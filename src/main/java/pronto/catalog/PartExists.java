package pronto.catalog;

import java.util.Map;
import pronto.ui.Refusal;

/** The key is another part's already. */
public final class PartExists extends Refusal {

    public PartExists(Part there) {
        super(
                Kind.CONFLICT,
                "key",
                Map.of("part", there.key(), "kind", there.kind().text(), "name", there.nameEn()));
    }

    @Override
    public String name() {
        return "part-exists";
    }
}
