package pronto.channels.email;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.channels.email.mime.Header;

/**
 * What a server of ours found out about the sender (RFC 8601). Only servers that the settings name are believed, and of
 * theirs only the topmost word: anybody can write such a line further down.
 */
final class AuthenticationResults {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern DMARC = Pattern.compile(";\\s*dmarc\\s*=\\s*([a-z]+)([^;]*)");
    private static final Pattern FROM = Pattern.compile("header\\.from\\s*=\\s*\"?([^\\s;\"]+)");

    private AuthenticationResults() {}

    static Trust trust(Header header, Collection<String> believed, @Nullable Mailbox from) {
        for (String field : header.all("authentication-results")) {
            var results = COMMENT.matcher(field.toLowerCase(Locale.ROOT)).replaceAll(" ");
            if (isOneOf(believed, server(results))) {
                return verdict(results, from);
            }
        }
        return Trust.UNVERIFIED;
    }

    private static Trust verdict(String results, @Nullable Mailbox from) {
        var dmarc = DMARC.matcher(results);
        if (!dmarc.find() || from == null) {
            return Trust.UNVERIFIED;
        }
        var about = FROM.matcher(dmarc.group(2));
        // A verdict on another domain says nothing of the one that is shown.
        if (about.find() && !about.group(1).equals(from.domain())) {
            return Trust.UNVERIFIED;
        }
        return switch (dmarc.group(1)) {
            case "pass" -> Trust.VERIFIED;
            case "fail" -> Trust.FAILED;
            default -> Trust.UNVERIFIED;
        };
    }

    private static String server(String results) {
        int semicolon = results.indexOf(';');
        var first = (semicolon < 0 ? results : results.substring(0, semicolon)).strip();
        int blank = first.indexOf(' ');
        return blank < 0 ? first : first.substring(0, blank);
    }

    private static boolean isOneOf(Collection<String> believed, String server) {
        return believed.stream().anyMatch(id -> id.strip().equalsIgnoreCase(server));
    }
}
