package pronto.channels.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import pronto.channels.OneLine;

/** What may stand in a header: people's text is cleaned on its way in, and nothing unclean is ever let out. */
final class HeaderText {

    /** As RFC 5322 has it, but for quotes and comments, which nobody needs to answer. */
    private static final Pattern MESSAGE_ID = Pattern.compile("[!-;=?-~]{1,500}");

    private HeaderText() {}

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
        if (!OneLine.is(value)) {
            throw new IllegalArgumentException("not one line of a header: "
                    + new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                            .replaceAll("[^ -~]", "?"));
        }
        return value;
    }
}
