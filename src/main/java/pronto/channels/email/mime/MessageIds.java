package pronto.channels.email.mime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of mails in a header, without their angle brackets. */
public final class MessageIds {

    private static final Pattern ID = Pattern.compile("<([^<>]{1,990})>");
    private static final Pattern BARE = Pattern.compile("[^<>\\s,;\"()@]{1,500}@[^<>\\s,;\"()@]{1,490}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MOST = 200;

    private MessageIds() {}

    public static List<String> parse(@Nullable String field) {
        var ids = new LinkedHashSet<String>();
        if (field != null) {
            collect(ID, field, 1, ids);
            if (ids.isEmpty()) {
                collect(BARE, field, 0, ids);
            }
        }
        return List.copyOf(ids);
    }

    public static @Nullable String first(@Nullable String field) {
        var ids = parse(field);
        return ids.isEmpty() ? null : ids.getFirst();
    }

    private static void collect(Pattern pattern, String field, int group, Set<String> ids) {
        var matcher = pattern.matcher(field);
        while (matcher.find() && ids.size() < MOST) {
            var id = Clean.line(BLANKS.matcher(matcher.group(group)).replaceAll(""));
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
    }
}
