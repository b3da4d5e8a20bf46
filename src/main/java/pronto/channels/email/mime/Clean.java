package pronto.channels.email.mime;

import java.util.regex.Pattern;

/** Takes out of a text what no reader sees and no database keeps. */
public final class Clean {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\x00-\\x1f\\x7f-\\x9f\u2028\u2029]+");
    /** They make a text look like another one: what runs the other way hides its last letters. */
    private static final Pattern DIRECTIONS = Pattern.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Co}\\p{Cn}]");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[/\\\\:*?\"<>|]+");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
    private static final int LONGEST_NAME = 200;

    private Clean() {}

    /** Many lines, each ended by a line feed. */
    public static String text(String text) {
        return whole(withPlainLineEnds(text));
    }

    /** By hand: with patterns it was the dearest step of taking a mail in. */
    private static String withPlainLineEnds(String text) {
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLineEnd(c)) {
                clean.append('\n');
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (!isControl(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' || c >= 0x7f && c <= 0x9f && c != 0x85;
    }

    /** One line, as for a subject or a person's name. */
    public static String line(String text) {
        return whole(DIRECTIONS.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll(""))
                .strip();
    }

    /** The label of a file: never a path, and it ends where it seems to end; may be empty. */
    public static String fileName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var seen = UNSEEN.matcher(BLANKS.matcher(last).replaceAll(" ")).replaceAll("");
        var label =
                EDGES.matcher(NOT_IN_NAMES.matcher(whole(seen)).replaceAll("_")).replaceAll("");
        return label.length() <= LONGEST_NAME ? label : shortened(label);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        return whole(name.substring(0, LONGEST_NAME - ending.length()) + ending);
    }

    /** Half a character, left over by a wrong charset or a cut, becomes the sign for one that is missing. */
    private static String whole(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                repaired = repaired == null ? new StringBuilder(text) : repaired;
                repaired.setCharAt(i, '\ufffd');
            }
        }
        return repaired == null ? text : repaired.toString();
    }
}
