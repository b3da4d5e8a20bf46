package pronto.tickets.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a mail says apart from its numbers, codes and times: a program says it again and again. */
final class Echo {

    private static final int ENOUGH = 4_000;
    private static final Pattern NUMBERED = Pattern.compile("(?=\\S{4})\\S*\\d\\S*");
    private static final Pattern ANSWERING = Pattern.compile("^(?:(?:re|aw|r|fwd?|sv)\\s*:\\s*)+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Echo() {}

    static String of(String said) {
        var start = said.substring(0, Math.min(ENOUGH, said.length()))
                .toLowerCase(Locale.ROOT)
                .strip();
        var words = NUMBERED.matcher(ANSWERING.matcher(start).replaceFirst("")).replaceAll("");
        return digest(BLANKS.matcher(words).replaceAll(" ").strip());
    }

    private static String digest(String words) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
