package pronto.sla.plans;

import com.ibm.icu.text.Normalizer2;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.ui.Invalid;

/** What a calendar or a plan may be called: its name is part of an address. */
final class Names {

    private static final int LONGEST = 100;
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Set<String> TAKEN_BY_ADDRESSES = Set.of(".", "..", "new", "preview", "start");

    private Names() {}

    static String fit(@Nullable String typed) {
        var name = clean(Invalid.required(typed, "name"));
        if (name.codePointCount(0, name.length()) > LONGEST) {
            throw new Invalid("text-too-long", "name", Map.of("field", "name", "longest", LONGEST));
        }
        if (name.chars().anyMatch(sign -> "/%?#\\;".indexOf(sign) >= 0)
                || UNPRINTABLE.matcher(name).find()
                || TAKEN_BY_ADDRESSES.contains(key(name))) {
            throw new Invalid("name-not-allowed", "name", Map.of("name", name));
        }
        return name;
    }

    static String clean(String typed) {
        return Normalizer2.getNFCInstance()
                .normalize(BLANKS.matcher(typed).replaceAll(" ").strip());
    }

    /** As {@code lower(name collate "C")}: of the letters that are the same on every database. */
    static String key(String name) {
        var key = new StringBuilder(name.length());
        clean(name).chars().forEach(sign -> key.append((char) (sign >= 'A' && sign <= 'Z' ? sign + 32 : sign)));
        return key.toString();
    }
}
