package pronto.tickets.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads of a server's answer why it refused (RFC 3463), for people. */
final class Why {

    private static final Pattern STATUS = Pattern.compile("\\b[45]\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    private static final Pattern NOBODY = Pattern.compile(
            "(?i)user unknown|unknown (user|recipient)|no such (user|person|mailbox)|does not exist|mailbox unavailable");

    private Why() {}

    static @Nullable String of(String answer) {
        var status = STATUS.matcher(answer);
        if (!status.find()) {
            return NOBODY.matcher(answer).find() ? "address" : null;
        }
        return switch (status.group(1) + "." + status.group(2)) {
            case "1.1", "1.6", "1.10", "2.1" -> "address";
            case "1.2", "1.3", "4.4" -> "domain";
            case "2.2" -> "full";
            case "2.3", "3.4" -> "large";
            case "4.1", "4.2", "4.7" -> "away";
            default -> status.group(1).equals("7") ? "policy" : null;
        };
    }
}
