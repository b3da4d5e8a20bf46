package pronto.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.ui.Refusal;

/** Nothing in the catalog has this key; where a field named it, the field is wrong. */
public final class NoSuchPart extends Refusal {

    private NoSuchPart(Kind kind, @Nullable String field, String key) {
        super(kind, field, Map.of("part", key));
    }

    public static NoSuchPart searched(String key) {
        return new NoSuchPart(Kind.NOT_FOUND, null, key);
    }

    public static NoSuchPart named(String field, String key) {
        return new NoSuchPart(Kind.INVALID, field, key);
    }

    @Override
    public String name() {
        return "no-such-part";
    }
}
