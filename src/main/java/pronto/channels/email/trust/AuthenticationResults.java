package pronto.channels.email.trust;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pronto.channels.EmailDomain;
import pronto.channels.Evidence;
import pronto.channels.Evidence.Check;
import pronto.channels.Evidence.Result;

/**
 * What a server of ours found out about the sender (RFC 8601). Only servers that the settings name are believed, and of
 * theirs only the topmost word: anybody can write such a line further down.
 */
public final class AuthenticationResults {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern METHOD =
            Pattern.compile("^\\s*(spf|dkim|dmarc)(?:/[0-9]+)?\\s*=\\s*([a-z]+)(.*)", Pattern.DOTALL);
    private static final Pattern FROM = Pattern.compile("header\\.from\\s*=\\s*\"?([^\\s;\"]+)");
    private static final Pattern SIGNED = Pattern.compile("header\\.d\\s*=\\s*\"?([^\\s;\"]+)");
    private static final Pattern SENT =
            Pattern.compile("smtp\\.(?:mailfrom|helo)\\s*=\\s*\"?(?:[^\\s;\"]*@)?([^\\s;\"]+)");
    private static final int MOST = 10;

    private AuthenticationResults() {}

    /** Empty where no server that is believed said anything; {@code author} is the domain that people see. */
    public static Optional<Evidence> of(List<String> fields, @Nullable String author, Collection<String> believed) {
        return fields.stream()
                .map(field -> COMMENT.matcher(field.toLowerCase(Locale.ROOT)).replaceAll(" "))
                .filter(field -> believed.stream().anyMatch(id -> id.strip().equalsIgnoreCase(server(field))))
                .findFirst()
                .map(field -> read(field, author));
    }

    private static Evidence read(String field, @Nullable String author) {
        var clauses = List.of(field.split(";"));
        return new Evidence(
                server(field),
                checks(clauses, "spf", SENT).findFirst().orElse(Check.NONE),
                checks(clauses, "dkim", SIGNED).limit(MOST).toList(),
                checks(clauses, "dmarc", FROM)
                        .findFirst()
                        .map(check -> about(check, author))
                        .orElse(Check.NONE));
    }

    /** A verdict on another domain says nothing of the one that is shown. */
    private static Check about(Check check, @Nullable String author) {
        var domain = check.domain();
        return author == null || domain != null && !domain.equals(author)
                ? new Check(Result.NONE, domain, "otherSender")
                : check;
    }

    private static Stream<Check> checks(List<String> clauses, String method, Pattern about) {
        return clauses.stream()
                .skip(1)
                .map(METHOD::matcher)
                .filter(clause -> clause.matches() && clause.group(1).equals(method))
                .map(clause -> {
                    var domain = about.matcher(clause.group(3));
                    return new Check(result(clause.group(2)), domain.find() ? plain(domain.group(1)) : null, null);
                });
    }

    private static String plain(String domain) {
        return EmailDomain.parse(domain).map(EmailDomain::name).orElse(domain);
    }

    private static Result result(String word) {
        return Stream.of(Result.values())
                .filter(result -> result.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(Result.NONE);
    }

    private static String server(String field) {
        int semicolon = field.indexOf(';');
        var first = (semicolon < 0 ? field : field.substring(0, semicolon)).strip();
        int blank = first.indexOf(' ');
        return blank < 0 ? first : first.substring(0, blank);
    }
}
