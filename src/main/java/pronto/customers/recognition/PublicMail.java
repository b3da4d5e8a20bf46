package pronto.customers.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.net.InternetDomainName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import pronto.channels.EmailDomain;

/** The domains that belong to everybody, and so to no customer: public mail, and what names are registered under. */
public final class PublicMail {

    private static final Set<String> DOMAINS = read();

    private PublicMail() {}

    /** Whether an address there says nothing of whom its owner works for. */
    public static boolean holds(EmailDomain domain) {
        return isSuffix(domain.name()) || isPublicMail(domain.name());
    }

    private static boolean isSuffix(String name) {
        return !name.contains(".") || InternetDomainName.from(name).isPublicSuffix();
    }

    // A name below a public mail domain is its provider's too.
    private static boolean isPublicMail(String name) {
        var dot = name.indexOf('.');
        return DOMAINS.contains(name) || (dot >= 0 && isPublicMail(name.substring(dot + 1)));
    }

    private static Set<String> read() {
        var list = Objects.requireNonNull(
                PublicMail.class.getResourceAsStream("/pronto/customers/public-mail-domains.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
