package pronto.channels.email.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.regex.Pattern;

/** Text that had to travel as ASCII: {@code =?UTF-8?B?…?=}, RFC 2047, and what programs make of it. */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)\\?=");
    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/]");

    private EncodedWords() {}

    /** Neighbours of one charset are joined before they are decoded: a letter may be cut in two between them. */
    static String decode(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        var decoded = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        var charset = "";
        int end = 0;
        var word = WORD.matcher(text);
        while (word.find()) {
            var between = text.substring(end, word.start());
            boolean apart = charset.isEmpty() || !between.isBlank();
            if (!charset.isEmpty() && (apart || !charset.equalsIgnoreCase(word.group(1)))) {
                decoded.append(take(bytes, charset));
            }
            decoded.append(apart ? between : "");
            charset = word.group(1);
            bytes.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        if (!charset.isEmpty()) {
            decoded.append(take(bytes, charset));
        }
        return decoded.append(text.substring(end)).toString();
    }

    private static String take(ByteArrayOutputStream bytes, String charset) {
        var text = Charsets.decode(bytes.toByteArray(), charset);
        bytes.reset();
        return text;
    }

    private static byte[] bytes(String encoding, String text) {
        return encoding.equalsIgnoreCase("B") ? base64(text) : quoted(text, '=', true);
    }

    private static byte[] base64(String text) {
        var letters = NOT_BASE64.matcher(text).replaceAll("");
        // A group that was cut short at one letter holds nothing.
        var whole = letters.length() % 4 == 1 ? letters.substring(0, letters.length() - 1) : letters;
        return Base64.getDecoder().decode(whole.getBytes(US_ASCII));
    }

    /** Letters behind a sign, {@code =E8} or {@code %E8}; a sign that is followed by none stands for itself. */
    static byte[] quoted(String text, char sign, boolean underscores) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == sign && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else if (underscores && c == '_') {
                bytes.write(' ');
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
