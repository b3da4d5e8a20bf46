package pronto.channels.email.automatic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pronto.channels.EmailAddress;
import pronto.channels.Notice.Outcome;
import pronto.channels.Notice.Recipient;

/** The part of a report that programs read (RFC 3464): groups of fields, one for each recipient. */
final class DeliveryStatus {

    private static final int MOST = 100;
    private static final Pattern FOLD = Pattern.compile("\n[ \t]+");
    private static final Pattern GROUPS = Pattern.compile("\n[ \t]*\n");
    private static final Pattern HEX = Pattern.compile("\\+([0-9A-F]{2})");

    private DeliveryStatus() {}

    static List<Recipient> read(String status) {
        var recipients = new ArrayList<Recipient>();
        for (String group : GROUPS.split(FOLD.matcher(status).replaceAll(" "))) {
            if (recipients.size() < MOST) {
                recipient(fields(group)).ifPresent(recipients::add);
            }
        }
        return recipients;
    }

    private static Map<String, String> fields(String group) {
        var fields = new HashMap<String, String>();
        for (String line : group.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    /** The address as we wrote it stands in the original one; where it was sent on to may be new to us. */
    private static Optional<Recipient> recipient(Map<String, String> fields) {
        var address = address(fields.getOrDefault("original-recipient", ""))
                .or(() -> address(fields.getOrDefault("final-recipient", "")))
                .or(() -> address(fields.getOrDefault("x-actual-recipient", "")));
        return address.map(found -> {
            var diagnostic = Diagnosis.line(untyped(fields.getOrDefault("diagnostic-code", "")));
            var written = Diagnosis.status(fields.getOrDefault("status", ""));
            var status = Diagnosis.better(written, Diagnosis.status(diagnostic));
            var outcome = outcome(fields.getOrDefault("action", "").toLowerCase(Locale.ROOT), status);
            return new Recipient(
                    found, outcome, status, Diagnosis.isPermanent(outcome, status, diagnostic), diagnostic);
        });
    }

    private static Outcome outcome(String action, String status) {
        if (action.startsWith("delayed")) {
            return Outcome.DELAYED;
        }
        boolean done = action.startsWith("delivered") || action.startsWith("relayed") || action.startsWith("expanded");
        return done || action.isEmpty() && status.startsWith("2") ? Outcome.DELIVERED : Outcome.FAILED;
    }

    private static Optional<String> address(String field) {
        var plain = untyped(field);
        var bare = plain.replaceAll("[<>\"\\s]", "");
        // RFC 3461 writes what ASCII names differently behind a plus.
        var decoded = field.toLowerCase(Locale.ROOT).startsWith("rfc822")
                ? HEX.matcher(bare)
                        .replaceAll(hex ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))))
                : bare;
        return EmailAddress.parse(decoded).or(() -> EmailAddress.parse(bare)).map(EmailAddress::toString);
    }

    private static String untyped(String field) {
        int semicolon = field.indexOf(';');
        return semicolon < 0 || semicolon > 20
                ? field.strip()
                : field.substring(semicolon + 1).strip();
    }
}
