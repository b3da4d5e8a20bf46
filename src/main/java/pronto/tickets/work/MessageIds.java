package pronto.tickets.work;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Message-IDs in the one form that is kept and compared: bare of blanks, in their brackets. */
public final class MessageIds {

    // Longer than any honest one; and an index entry has its limits.
    private static final Pattern ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,500}>");

    // A hostile mail may name thousands.
    private static final int MOST = 100;

    private MessageIds() {}

    public static Optional<String> read(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        var bare = written.strip();
        var id = bare.startsWith("<") ? bare : "<" + bare + ">";
        return ID.matcher(id).matches() ? Optional.of(id) : Optional.empty();
    }

    /** What a mail answers, the nearest first. */
    public static List<String> answered(@Nullable String inReplyTo, List<String> references) {
        return Stream.concat(Stream.ofNullable(inReplyTo), references.reversed().stream())
                .flatMap(id -> read(id).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    static String[] column(List<String> references) {
        return references.stream().flatMap(id -> read(id).stream()).limit(MOST).toArray(String[]::new);
    }
}
