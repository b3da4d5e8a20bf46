package pronto.channels.email.mime;

import java.util.List;
import java.util.regex.Pattern;

/** Finds which mail a report encloses, or quotes in its text. */
public final class Enclosed {

    private static final Pattern MESSAGE_ID = Pattern.compile(
            "^[>| \\t]{0,8}Message-ID:\\s{0,8}<([^<>\\s]{1,900})>", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private Enclosed() {}

    public static List<String> messageIds(String text) {
        return MESSAGE_ID
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(5)
                .toList();
    }
}
