package pronto.channels.email.trust;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** The fields of a header byte for byte, each character one byte, in their order and with their folds. */
record Fields(List<Field> all) {

    /** {@code raw} is the whole field without its last line end. */
    record Field(String name, String raw) {

        String value() {
            return raw.substring(raw.indexOf(':') + 1);
        }

        /** As people read it: unfolded. */
        String text() {
            return new String(value().getBytes(ISO_8859_1), UTF_8)
                    .replaceAll("[\\r\\n\\x00]+", "")
                    .strip();
        }
    }

    static Fields parse(byte[] header) {
        var fields = new ArrayList<Field>();
        var text = new String(header, ISO_8859_1);
        var start = 0;
        while (start < text.length()) {
            int end = end(text, start);
            var raw = text.substring(start, end);
            int colon = raw.indexOf(':');
            if (colon > 0) {
                fields.add(new Field(Canonical.lower(raw.substring(0, colon).strip()), raw));
            }
            start = end + 2;
        }
        return new Fields(List.copyOf(fields));
    }

    /** Where the field's last line ends; a line that begins with a blank goes on with the one before. */
    private static int end(String text, int start) {
        int end = text.indexOf("\r\n", start);
        while (end >= 0 && end + 2 < text.length() && (text.charAt(end + 2) == ' ' || text.charAt(end + 2) == '\t')) {
            end = text.indexOf("\r\n", end + 2);
        }
        return end < 0 ? text.length() : end;
    }

    List<Field> named(String name) {
        return all.stream().filter(field -> field.name().equals(name)).toList();
    }
}
