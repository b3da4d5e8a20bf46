package pronto.catalog.kept;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.catalog.Part;
import pronto.catalog.PartFields;
import pronto.catalog.PartKind;
import pronto.ui.Invalid;
import pronto.ui.api.Given;

/** What a part is once everything that was said of it holds; refuses what cannot be so. Touches no database. */
final class PartDraft {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_LINES = 500;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\r\\t]]");

    private PartDraft() {}

    static Part blank(PartKind kind, String typed) {
        var key = KeptCatalog.spelled(Invalid.required(typed, "key"));
        // "new" is where the form of a new one stands.
        if (!KEY.matcher(key).matches() || key.equals("new")) {
            throw new Invalid("part-key-not-allowed", "key", Map.of("key", key));
        }
        return new Part(0, kind, key, "", "", null, 0, false, false, List.of(), List.of(), 0);
    }

    static Part of(Part before, PartFields said) {
        return new Part(
                before.id(),
                before.kind(),
                before.key(),
                name("names.en", said.nameEn().or(before.nameEn())),
                name("names.it", said.nameIt().or(before.nameIt())),
                text("description", said.description().or(before.description()), LONGEST_TEXT),
                team(said.team().or(before.team())),
                Boolean.TRUE.equals(said.core().or(before.core())),
                Boolean.TRUE.equals(said.retired().or(before.retired())),
                keys("dependsOn", before.dependsOn(), said.dependsOn()),
                keys("runsOn", before.runsOn(), said.runsOn()),
                before.version());
    }

    private static long team(@Nullable Long team) {
        if (team == null || team == 0) {
            throw Invalid.missing("team");
        }
        return team;
    }

    private static String name(String field, @Nullable String typed) {
        var name = text(field, typed == null ? null : typed.replaceAll("\\s+", " "), LONGEST_NAME);
        return Invalid.required(name, field);
    }

    private static @Nullable String text(String field, @Nullable String typed, int longest) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var text = Normalizer2.getNFCInstance().normalize(typed.strip());
        if (UNPRINTABLE.matcher(text).find()) {
            throw new Invalid("text-unprintable", field, Map.of("field", field));
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Invalid("text-too-long", field, Map.of("field", field, "longest", longest));
        }
        return text;
    }

    private static List<String> keys(String field, List<String> before, Given<List<String>> said) {
        if (!said.present()) {
            return before;
        }
        var typed = Objects.requireNonNullElse(said.or(null), List.<String>of());
        if (typed.size() > MOST_LINES) {
            throw new Invalid("too-many-values", field, Map.of("field", field, "most", MOST_LINES));
        }
        var keys = new TreeSet<String>();
        for (var i = 0; i < typed.size(); i++) {
            keys.add(KeptCatalog.spelled(Invalid.required(typed.get(i), field + "[" + i + "]")));
        }
        return List.copyOf(keys);
    }
}
