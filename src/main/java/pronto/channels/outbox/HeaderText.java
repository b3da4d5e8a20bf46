package pronto.channels.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in a header: people's text is cleaned on its way in, and nothing unclean is ever let out. */
final class HeaderText {

    /** Line ends of any script, controls, and what turns the direction of reading: none of it belongs in one line. */
    private static final Pattern NOT_IN_A_LINE = Pattern.compile(
            "[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\p{Cs}]+");

    /** As RFC 5322 has it, but for quotes and comments, which nobody needs to answer. */
    private static final Pattern MESSAGE_ID = Pattern.compile("[!-;=?-~]{1,500}");

    private HeaderText() {}

    /** One line of what somebody wrote. */
    static String line(String typed, int longest) {
        var line = NOT_IN_A_LINE.matcher(typed).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest));
    }

    /** A Message-ID in its brackets, if it is one. */
    static Optional<String> messageId(String id) {
        var bare = id.strip();
        if (bare.startsWith("<") && bare.endsWith(">") && bare.length() > 1) {
            bare = bare.substring(1, bare.length() - 1);
        }
        return MESSAGE_ID.matcher(bare).matches() ? Optional.of("<" + bare + ">") : Optional.empty();
    }

    /** The last wall: what reaches it and is not one clean line is a mistake of ours, and stays inside. */
    static String checked(String value) {
        if (NOT_IN_A_LINE.matcher(value).find()) {
            throw new IllegalArgumentException("not one line of a header: "
                    + new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                            .replaceAll("[^ -~]", "?"));
        }
        return value;
    }
}
