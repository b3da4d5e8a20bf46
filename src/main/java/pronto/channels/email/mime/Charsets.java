package pronto.channels.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
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
    private static final Charset JAPANESE = Charset.forName("x-windows-iso2022jp");
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
        var marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        if (Utf7.isOne(declared)) {
            return Utf7.decode(bytes);
        }
        var charset = declared == null ? null : find(declared);
        if (charset == null || charset.equals(WINDOWS) || charset.equals(UTF_8)) {
            // Said by habit or not said at all, and the escapes of Japanese mail are ASCII too.
            charset = hasEscapes(bytes) ? JAPANESE : charset;
        }
        if (charset == null || isOneByteEach(charset)) {
            // UTF-8 is not hit by accident.
            var utf8 = strictly(bytes, UTF_8);
            if (utf8 != null && (charset == null || charset.equals(WINDOWS) || hasForeignLetters(utf8))) {
                return utf8;
            }
            return charset == null ? guess(bytes) : new String(bytes, charset);
        }
        var text = strictly(bytes, charset);
        if (text != null) {
            return text;
        }
        return charset.equals(UTF_8) ? damaged(bytes) : new String(bytes, charset);
    }

    /** What claims to be UTF-8 and is not all of it: line by line, for two programs may have written it. */
    private static String damaged(byte[] bytes) {
        var whole = new String(bytes, UTF_8);
        if (!hasForeignLetters(whole)) {
            return guess(bytes);
        }
        var text = new StringBuilder();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                int end = Math.min(bytes.length, i + 1);
                var line = Arrays.copyOfRange(bytes, start, end);
                var utf8 = strictly(line, UTF_8);
                var lenient = new String(line, UTF_8);
                // A line that is mostly well is UTF-8 with a scratch.
                text.append(utf8 != null ? utf8 : hasForeignLetters(lenient) ? lenient : new String(line, WINDOWS));
                start = end;
            }
        }
        return text.toString();
    }

    /** The mark that some programs set in front. */
    private static @Nullable String byMark(byte[] bytes) {
        if (begins(bytes, 0xef, 0xbb, 0xbf)) {
            var utf8 = strictly(bytes, UTF_8);
            return utf8 == null ? null : utf8.substring(1);
        }
        if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) {
            return strictly(bytes, UTF_16);
        }
        return null;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneByteEach(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }

    /** The escapes into Japanese letters of ISO-2022-JP, and nothing beyond ASCII. */
    private static boolean hasEscapes(byte[] bytes) {
        boolean escapes = false;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
            escapes |= bytes[i] == 0x1b
                    && i + 2 < bytes.length
                    && bytes[i + 1] == '$'
                    && (bytes[i + 2] == 'B' || bytes[i + 2] == '@');
        }
        return escapes;
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
