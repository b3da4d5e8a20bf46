package pronto.channels;

import java.util.regex.Pattern;

/** What strangers wrote or their servers said, as one line of bounded length that any header and any database can hold. */
public final class OneLine {

    /** Line ends of any script, controls, and what turns the direction of reading: none of it belongs in one line. */
    private static final Pattern NOT_IN_A_LINE = Pattern.compile(
            "[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\p{Cs}]+");

    private OneLine() {}

    /** The longest counts characters as people do; none is cut in half. */
    public static String of(String said, int longest) {
        var line = NOT_IN_A_LINE.matcher(said).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest));
    }

    /** Whether it is one already, however long. */
    public static boolean is(String text) {
        return !NOT_IN_A_LINE.matcher(text).find();
    }
}
