package pronto.ui;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field that does not fit, where the name of the refusal says all there is to say. */
public final class Invalid extends Refusal {

    private final String name;

    public Invalid(String name, String field) {
        this(name, field, Map.of());
    }

    public Invalid(String name, String field, Map<String, Object> arguments) {
        super(Kind.INVALID, field, arguments);
        this.name = name;
    }

    public static Invalid missing(String field) {
        return new Invalid("missing", field);
    }

    /** The value, which must be there and say something. */
    public static <T> T required(@Nullable T value, String field) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw missing(field);
        }
        return value;
    }

    @Override
    public String name() {
        return name;
    }
}
