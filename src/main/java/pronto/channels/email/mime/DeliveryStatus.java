package pronto.channels.email.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import pronto.channels.Undelivered;

/** Reads the part of a bounce that is written for programs (RFC 3464): groups of fields, one for each recipient. */
final class DeliveryStatus {

    private static final int MOST = 100;

    private DeliveryStatus() {}

    /** Those that failed for good; under each name that their mail server knows them by. */
    static List<Undelivered> undelivered(byte[] beginning) {
        var undelivered = new ArrayList<Undelivered>();
        for (var group : new String(beginning, UTF_8).replace("\r", "").split("\n[ \t]*\n")) {
            var fields = fields(group);
            if (fields.getOrDefault("action", "").strip().equalsIgnoreCase("failed") && undelivered.size() < MOST) {
                Stream.of("original-recipient", "final-recipient")
                        .map(name -> value(fields, name))
                        .filter(address -> address.contains("@"))
                        .distinct()
                        .forEach(address -> undelivered.add(new Undelivered(address, answer(fields))));
            }
        }
        return List.copyOf(undelivered);
    }

    private static String answer(Map<String, String> fields) {
        var said = value(fields, "diagnostic-code");
        return Clean.line(said.isEmpty() ? fields.getOrDefault("status", "").strip() : said);
    }

    /** Behind the type that stands before it: {@code rfc822; marta@acme.example}. */
    private static String value(Map<String, String> fields, String name) {
        var field = fields.getOrDefault(name, "");
        return field.substring(field.indexOf(';') + 1).strip();
    }

    private static Map<String, String> fields(String group) {
        var fields = new HashMap<String, String>();
        for (var line : group.replaceAll("\n[ \t]+", " ").split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1));
            }
        }
        return fields;
    }
}
