package pronto.customers.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import pronto.customers.CustomerBook;
import pronto.ui.api.Version;

/** What people type into forms, as what it means. */
final class Typed {

    private Typed() {}

    /** Several values, one a line or separated as one likes. */
    static List<String> several(@Nullable String text) {
        return Arrays.stream(Objects.requireNonNullElse(text, "").split("[\\n,;]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    static @Nullable String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Refuses where somebody else wrote after this form was drawn. */
    static IntConsumer seen(@Nullable Integer version) {
        return version == null
                ? CustomerBook.ANY
                : now -> Version.of(now).check(Version.of(version).tag());
    }
}
