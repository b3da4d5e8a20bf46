package pronto.channels.email.mime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of mails in a header, without their angle brackets. */
public final class MessageIds {

    private static final Pattern ID = Pattern.compile("<([^<>]{1,990})>");
    /** Each letter is looked at once: what ends it is no part of it. */
    private static final Pattern BARE = Pattern.compile("([^<>\\s,;\"()@]++)(?:@([^<>\\s,;\"()@]++))?");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MOST = 200;

    private MessageIds() {}

    public static List<String> parse(@Nullable String field) {
        var ids = new LinkedHashSet<String>();
        if (field != null) {
            collect(field, ids);
            if (ids.isEmpty()) {
                collectBare(field, ids);
            }
        }
        return List.copyOf(ids);
    }

    public static @Nullable String first(@Nullable String field) {
        var ids = parse(field);
        return ids.isEmpty() ? null : ids.getFirst();
    }

    private static void collect(String field, Set<String> ids) {
        var matcher = ID.matcher(field);
        while (ids.size() < MOST && matcher.find()) {
            var id = Clean.line(BLANKS.matcher(matcher.group(1)).replaceAll(""));
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
    }

    private static void collectBare(String field, Set<String> ids) {
        var matcher = BARE.matcher(field);
        while (ids.size() < MOST && matcher.find()) {
            if (matcher.group(2) != null
                    && matcher.group(1).length() <= 500
                    && matcher.group(2).length() <= 490) {
                ids.add(Clean.line(matcher.group()));
            }
        }
    }
}
