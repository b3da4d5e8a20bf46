package pronto.channels.email.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value with parameters, {@code attachment; filename="a b.pdf"}: RFC 2231, RFC 2047 where it may not stand, and worse. */
record Parameters(String value, Map<String, String> all) {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([^\\s=;\"]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)(?:\"|$)|([^;]*))");
    private static final Pattern SECTION = Pattern.compile("(.+?)\\*(?:(\\d{1,3})(\\*)?)?");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    /** One piece of a value that was cut into several. */
    private record Piece(String text, boolean encoded) {}

    @Nullable String get(String name) {
        return all.get(name);
    }

    static Parameters parse(@Nullable String field) {
        if (field == null) {
            return new Parameters("", Map.of());
        }
        int semicolon = field.indexOf(';');
        var value = (semicolon < 0 ? field : field.substring(0, semicolon)).strip();
        var raw = new LinkedHashMap<String, String>();
        var parameter = PARAMETER.matcher(field);
        while (parameter.find()) {
            var quoted = parameter.group(2);
            var text = quoted == null
                    ? parameter.group(3).strip()
                    : ESCAPED.matcher(quoted).replaceAll("$1");
            raw.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), text);
        }
        return new Parameters(value.toLowerCase(Locale.ROOT), joined(raw));
    }

    /** {@code filename*0*=UTF-8''a; filename*1=b} is one name. */
    private static Map<String, String> joined(Map<String, String> raw) {
        var all = new LinkedHashMap<String, String>();
        var cut = new LinkedHashMap<String, TreeMap<Integer, Piece>>();
        raw.forEach((name, text) -> {
            var section = SECTION.matcher(name);
            if (section.matches()) {
                int number = section.group(2) == null ? 0 : Integer.parseInt(section.group(2));
                boolean encoded = section.group(2) == null || section.group(3) != null;
                cut.computeIfAbsent(section.group(1), key -> new TreeMap<>())
                        .putIfAbsent(number, new Piece(text, encoded));
            } else {
                all.put(name, EncodedWords.decode(text));
            }
        });
        cut.forEach((name, pieces) -> all.put(name, decoded(pieces)));
        return all;
    }

    private static String decoded(TreeMap<Integer, Piece> pieces) {
        String charset = null;
        var bytes = new ByteArrayOutputStream();
        for (var piece : pieces.values()) {
            var text = piece.text();
            if (piece.encoded() && charset == null) {
                var parts = text.split("'", 3);
                charset = parts.length == 3 ? parts[0] : "";
                text = parts.length == 3 ? parts[2] : text;
            }
            bytes.writeBytes(piece.encoded() ? EncodedWords.quoted(text, '%', false) : text.getBytes(encoder(charset)));
        }
        return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset));
    }

    private static Charset encoder(@Nullable String charset) {
        return charset == null ? UTF_8 : Charsets.orUtf8(charset);
    }
}
