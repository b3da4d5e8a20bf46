package pronto.staff.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.ui.Invalid;

/** Ids as programs write them: strings, since some of them cannot count as far as we do. */
final class Ids {

    private Ids() {}

    static List<Long> read(@Nullable List<String> ids, String field) {
        try {
            return ids == null ? List.of() : ids.stream().map(Long::valueOf).toList();
        } catch (NumberFormatException unreadable) {
            throw new Invalid("unreadable-field", field, Map.of("field", field));
        }
    }
}
