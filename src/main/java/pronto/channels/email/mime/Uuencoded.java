package pronto.channels.email.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.channels.IncomingMail.Attachment;
import pronto.files.Files;

/** Files that old programs write into the text itself, between {@code begin} and {@code end}: what does not fit stays text. */
public final class Uuencoded {

    private static final Pattern BEGIN = Pattern.compile("(?m)^begin [0-7]{3,4} (\\S.{0,199})\n");
    private static final int MOST = 20;

    /** The text without them, and the files. */
    public record Taken(String text, List<Attachment> files) {}

    /** A file's bytes, and where the text goes on after it. */
    private record Found(byte[] bytes, int end) {}

    private Uuencoded() {}

    public static Taken take(String text, Files files) throws IOException {
        var left = new StringBuilder();
        var taken = new ArrayList<Attachment>();
        var begin = BEGIN.matcher(text);
        int at = 0;
        for (int from = 0; taken.size() < MOST && begin.find(from); ) {
            var found = read(text, begin.end());
            if (found != null) {
                left.append(text, at, begin.start());
                var kept = files.put(new ByteArrayInputStream(found.bytes()));
                taken.add(new Attachment(
                        Clean.fileName(begin.group(1)),
                        "application/octet-stream",
                        kept.id(),
                        kept.size(),
                        false,
                        null));
                at = found.end();
            }
            from = found == null ? begin.end() : at;
        }
        return taken.isEmpty()
                ? new Taken(text, List.of())
                : new Taken(left.append(text, at, text.length()).toString(), List.copyOf(taken));
    }

    private static @Nullable Found read(String text, int from) {
        var bytes = new ByteArrayOutputStream();
        int at = from;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            var line = text.substring(at, end);
            at = Math.min(end + 1, text.length());
            if (line.equals("end")) {
                return bytes.size() == 0 ? null : new Found(bytes.toByteArray(), at);
            }
            if (!line.isBlank() && !line.equals("`") && !decode(line, bytes)) {
                return null;
            }
        }
        return null;
    }

    /** The first letter says how many bytes there are; blanks at the end may have been lost on the way. */
    private static boolean decode(String line, ByteArrayOutputStream bytes) {
        int length = value(line.charAt(0));
        int letters = (length + 2) / 3 * 4;
        if (length < 1 || length > 45 || line.length() > letters + 3) {
            return false;
        }
        for (int i = 0, done = 0; i < letters; i += 4, done += 3) {
            int group = 0;
            for (int j = 1; j <= 4; j++) {
                int value = i + j < line.length() ? value(line.charAt(i + j)) : 0;
                if (value < 0) {
                    return false;
                }
                group = group << 6 | value;
            }
            for (int j = 0; j < 3 && done + j < length; j++) {
                bytes.write(group >> 16 - 8 * j);
            }
        }
        return true;
    }

    /** Negative where no such letter is written. */
    private static int value(char letter) {
        return letter < ' ' || letter > '`' ? -1 : letter - ' ' & 63;
    }
}
