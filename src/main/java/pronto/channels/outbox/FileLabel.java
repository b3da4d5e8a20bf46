package pronto.channels.outbox;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name and type an attachment bears; labels for the reader's program, never a path. */
final class FileLabel {

    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}");
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\x{80}-\\x{9f}\\x{2028}\\x{2029}/\\\\:*?\"<>|]+");

    private FileLabel() {}

    static String name(String given) {
        var clean =
                UNSAFE.matcher(Normalizer.normalize(given, Normalizer.Form.NFC)).replaceAll("_");
        var name = clean.strip().replaceFirst("^\\.+", "");
        if (name.length() > 150) {
            var dot = name.lastIndexOf('.');
            var ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
            name = name.substring(0, 150 - ending.length()) + ending;
        }
        return name.isEmpty() ? "file" : name;
    }

    /** A mail inside a mail must not be encoded, and a container of parts would be read as ours: both travel as bytes. */
    static String type(String given) {
        var type = given.toLowerCase(java.util.Locale.ROOT).split(";", 2)[0].strip();
        var travelsAsIs =
                TYPE.matcher(type).matches() && !type.startsWith("message/") && !type.startsWith("multipart/");
        return travelsAsIs ? type : "application/octet-stream";
    }
}
