package pronto.channels.email;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** RFC 4648 base 32 in small letters, without padding. */
final class Base32 {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(LETTERS.charAt(held >> bits - 5 & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(LETTERS.charAt(held << 5 - bits & 31)).toString();
    }

    /** Null for what is none, or is not written the way we write it. */
    static byte @Nullable [] decode(String text) {
        var bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int value = LETTERS.indexOf(c);
            if (value < 0) {
                return null;
            }
            held = held << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
            }
        }
        return bits < 5 && (held & (1 << bits) - 1) == 0 ? bytes.toByteArray() : null;
    }
}
