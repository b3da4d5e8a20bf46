package pronto.tickets.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/** What a mail says apart from its numbers, codes and times: a program says it again and again. */
final class Echo {

    private static final int ENOUGH = 4_000;

    /** From so many signs on, a word with a digit is a number, a code or a time. */
    private static final int NUMBERED = 4;

    private static final Pattern ANSWERING = Pattern.compile("^(?:(?:re|aw|r|fwd?|sv)\\s*:\\s*)+");
    private static final String BLANKS = " \t\n\u000B\f\r";

    private Echo() {}

    static String of(String said) {
        var start = said.substring(0, Math.min(ENOUGH, said.length()))
                .toLowerCase(Locale.ROOT)
                .strip();
        var words = new StringJoiner(" ");
        var written = new StringTokenizer(ANSWERING.matcher(start).replaceFirst(""), BLANKS);
        while (written.hasMoreTokens()) {
            var word = written.nextToken();
            if (word.length() < NUMBERED || word.chars().noneMatch(sign -> sign >= '0' && sign <= '9')) {
                words.add(word);
            }
        }
        return digest(words.toString());
    }

    private static String digest(String words) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
