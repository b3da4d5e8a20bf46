package pronto.staff.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pronto.ui.Invalid;

/** Skills and languages as somebody types them, made fit to be compared: small letters, each once, in order. */
public final class Known {

    private static final int MOST = 50;
    private static final int LONGEST = 40;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private Known() {}

    public static List<String> skills(@Nullable Collection<String> typed) {
        var skills = fit("skills", typed);
        if (skills.stream().anyMatch(skill -> skill.length() > LONGEST || skill.contains(","))) {
            throw new Invalid("name-too-long", "skills", Map.of("longest", LONGEST));
        }
        return skills;
    }

    public static List<String> languages(@Nullable Collection<String> typed) {
        var languages = fit("languages", typed);
        languages.stream().filter(one -> !LANGUAGES.contains(one)).findFirst().ifPresent(unknown -> {
            throw new Invalid("language-not-known", "languages", Map.of("language", unknown));
        });
        return languages;
    }

    /** From a field of a form: between commas. */
    public static List<String> typed(String text) {
        return Arrays.asList(text.split(",", -1));
    }

    private static List<String> fit(String field, @Nullable Collection<String> typed) {
        var fit = new TreeSet<String>();
        for (var one : typed == null ? List.<String>of() : typed) {
            var word = one == null ? "" : one.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            if (word.chars().anyMatch(Character::isISOControl)) {
                throw new Invalid("text-unprintable", field, Map.of("field", field));
            }
            if (!word.isEmpty()) {
                fit.add(word);
            }
        }
        if (fit.size() > MOST) {
            throw new Invalid("too-many-values", field, Map.of("field", field, "most", MOST));
        }
        return List.copyOf(fit);
    }
}
