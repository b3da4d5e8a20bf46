package pronto.channels.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** UTF-7 (RFC 2152), which old programs wrote and Java does not read: UTF-16 in base64 between a plus and a minus. */
final class Utf7 {

    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9/+]*)-?");

    private Utf7() {}

    static boolean isOne(@Nullable String charset) {
        return charset != null
                && charset.strip().toLowerCase(Locale.ROOT).matches("(?:x-)?(?:unicode-\\d-\\d-)?utf-?7");
    }

    static String decode(byte[] bytes) {
        return SHIFTED.matcher(new String(bytes, ISO_8859_1))
                .replaceAll(shifted -> Matcher.quoteReplacement(letters(shifted.group(1))));
    }

    private static String letters(String base64) {
        if (base64.isEmpty()) {
            return "+";
        }
        var whole = base64.length() % 4 == 1 ? base64.substring(0, base64.length() - 1) : base64;
        var octets = Base64.getDecoder().decode(whole);
        // What is left over is the padding of the last letter.
        return new String(octets, 0, octets.length / 2 * 2, UTF_16BE);
    }
}
