package pronto.channels;

import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form that is compared and kept: lower case, its domain as A-label. Only the plain form is
 * one: what hides another address in quotes, comments or brackets names nobody.
 */
public record EmailAddress(String local, EmailDomain domain) {

    // RFC 5322 dot-atom, with the letters RFC 6531 adds.
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    public static Optional<EmailAddress> parse(String typed) {
        var address = typed.strip();
        var at = address.lastIndexOf('@');
        if (at < 1 || address.length() > 254) {
            return Optional.empty();
        }
        var local =
                Normalizer2.getNFCInstance().normalize(address.substring(0, at)).toLowerCase(Locale.ROOT);
        if (local.getBytes(StandardCharsets.UTF_8).length > 64
                || !LOCAL.matcher(local).matches()) {
            return Optional.empty();
        }
        return EmailDomain.parse(address.substring(at + 1)).map(domain -> new EmailAddress(local, domain));
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
