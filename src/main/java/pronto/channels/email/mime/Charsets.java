package pronto.channels.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes to text, whatever they claim to be written in. */
final class Charsets {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern META =
            Pattern.compile("<meta[^>]{1,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final int ENOUGH_TO_GUESS = 64 * 1024;

    /** What is said, and what is meant by it: the larger set that programs of that name really write. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            entry("us-ascii", "windows-1252"),
            entry("ascii", "windows-1252"),
            entry("ansi_x3.4-1968", "windows-1252"),
            entry("iso-8859-1", "windows-1252"),
            entry("latin1", "windows-1252"),
            entry("latin-1", "windows-1252"),
            entry("cp1252", "windows-1252"),
            entry("iso-8859-8-i", "ISO-8859-8"),
            entry("iso-8859-9", "windows-1254"),
            entry("tis-620", "x-windows-874"),
            entry("iso-8859-11", "x-windows-874"),
            entry("shift_jis", "windows-31j"),
            entry("shift-jis", "windows-31j"),
            entry("x-sjis", "windows-31j"),
            entry("sjis", "windows-31j"),
            entry("iso-2022-jp", "x-windows-iso2022jp"),
            entry("ks_c_5601-1987", "x-windows-949"),
            entry("ksc5601", "x-windows-949"),
            entry("euc-kr", "x-windows-949"),
            entry("gb2312", "GB18030"),
            entry("gbk", "GB18030"),
            entry("utf8", "UTF-8"),
            entry("utf-8n", "UTF-8"),
            entry("unicode-1-1-utf-8", "UTF-8"),
            entry("utf8mb4", "UTF-8"),
            entry("macintosh", "x-MacRoman"),
            entry("cp-850", "IBM850"));

    private Charsets() {}

    static String decode(byte[] bytes, @Nullable String declared) {
        var charset = declared == null ? null : find(declared);
        if (charset == null || charset.equals(WINDOWS)) {
            // Said by habit or not said at all; UTF-8 is not hit by accident.
            var utf8 = strictly(bytes, UTF_8);
            return utf8 != null ? utf8 : charset == null ? guess(bytes) : new String(bytes, WINDOWS);
        }
        var text = strictly(bytes, charset);
        if (text != null) {
            return text;
        }
        var damaged = new String(bytes, charset);
        return charset.equals(UTF_8) && !hasForeignLetters(damaged) ? guess(bytes) : damaged;
    }

    /** A page may say it itself where its envelope does not. */
    static String decodeHtml(byte[] bytes, @Nullable String declared) {
        if (declared != null) {
            return decode(bytes, declared);
        }
        var start = new String(bytes, 0, Math.min(bytes.length, 2048), ISO_8859_1);
        var said = META.matcher(start);
        return decode(bytes, said.find() ? said.group(1) : null);
    }

    /** The charset of this name, or UTF-8: for text that is turned back into the bytes it came from. */
    static Charset orUtf8(@Nullable String name) {
        var charset = name == null ? null : find(name);
        return charset == null || !charset.canEncode() ? UTF_8 : charset;
    }

    private static @Nullable Charset find(String name) {
        var key = name.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
        int language = key.indexOf('*');
        key = language < 0 ? key : key.substring(0, language);
        try {
            return Charset.forName(MEANT.getOrDefault(key, key.isEmpty() ? "-" : key));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String guess(byte[] bytes) {
        var sample = bytes.length <= ENOUGH_TO_GUESS ? bytes : Arrays.copyOf(bytes, ENOUGH_TO_GUESS);
        var match = new CharsetDetector().setText(sample).detect();
        var charset = match == null || match.getConfidence() < 30 ? null : find(match.getName());
        return new String(bytes, charset == null ? WINDOWS : charset);
    }

    /** Whether any letter beyond ASCII came out well: then it is UTF-8, with a scratch. */
    private static boolean hasForeignLetters(String decoded) {
        return decoded.chars().anyMatch(c -> c > 0x7f && c != 0xfffd);
    }
}
