package pronto.channels.email.mime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a mail or a part, unfolded, in their order; names in lower case, encoded words still as they came. */
public final class Header {

    private record Field(String name, String value) {}

    private static final Pattern FOLD = Pattern.compile("[\\r\\n\\x00]+");

    private final List<Field> fields = new ArrayList<>();

    void add(String name, byte[] raw) {
        var text = Charsets.decode(raw, null);
        var value = text.substring(text.indexOf(':') + 1);
        fields.add(new Field(
                name.strip().toLowerCase(Locale.ROOT),
                FOLD.matcher(value).replaceAll("").strip()));
    }

    /** The first one of this name: the one that was put there last. */
    public @Nullable String first(String name) {
        for (var field : fields) {
            if (field.name().equals(name)) {
                return field.value();
            }
        }
        return null;
    }

    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    public boolean has(String name) {
        return first(name) != null;
    }

    /** Whether any field's name begins so. */
    public boolean hasAny(String prefix) {
        return fields.stream().anyMatch(field -> field.name().startsWith(prefix));
    }

    /** The value in lower case, empty where there is none: for comparing keywords. */
    public String keyword(String name) {
        var value = first(name);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    /** When it says it was written. */
    public @Nullable Instant date() {
        return Dates.parse(first("date"));
    }

    /** What a person reads in it. */
    public String readable(String name) {
        var value = first(name);
        return value == null ? "" : Clean.line(EncodedWords.decode(value));
    }
}
