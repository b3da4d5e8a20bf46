package pronto.channels.email.trust;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A list of tags as DKIM and DMARC write them: {@code v=1; a=rsa-sha256; …}. */
record Tags(Map<String, String> values) {

    /** Empty where it is no such list: a tag without a value, or the same one twice. */
    static Optional<Tags> parse(String written) {
        var values = new LinkedHashMap<String, String>();
        for (var part : written.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            var name = part.substring(0, equals).strip();
            if (values.put(name, part.substring(equals + 1).strip()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Tags(values));
    }

    @Nullable String get(String name) {
        return values.get(name);
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    String lower(String name, String otherwise) {
        return get(name, otherwise).toLowerCase(Locale.ROOT);
    }

    /** The value without the blanks that long ones are folded at. */
    String close(String name) {
        return get(name, "").replaceAll("[ \\t\\r\\n]+", "");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean first(String name, String value) {
        var entries = values.entrySet().iterator();
        return entries.hasNext() && Map.entry(name, value).equals(entries.next());
    }
}
