package pronto.channels;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The domain of an e-mail address in the one form that is compared and kept: lower case, as A-label. */
public record EmailDomain(String name) {

    // Not java.net.IDN: it turns faß.de into another domain, and lets labels through that are not what they seem.
    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private static final Pattern HOST =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    public static Optional<EmailDomain> parse(String typed) {
        if (typed.length() > 253) {
            return Optional.empty();
        }
        var ascii = new StringBuilder();
        var info = new IDNA.Info();
        NAMES.nameToASCII(typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed, ascii, info);
        var name = ascii.toString().toLowerCase(Locale.ROOT);
        var fits =
                !info.hasErrors() && name.length() <= 253 && HOST.matcher(name).matches();
        return fits && !lastLabelIsNumber(name) ? Optional.of(new EmailDomain(name)) : Optional.empty();
    }

    // An address of a machine, not a name.
    private static boolean lastLabelIsNumber(String name) {
        return NUMBER.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
    }

    /** As people read it. */
    public String readable() {
        var unicode = new StringBuilder();
        var info = new IDNA.Info();
        NAMES.nameToUnicode(name, unicode, info);
        return info.hasErrors() ? name : unicode.toString();
    }

    /** Whether it is this domain or lies below it. */
    public boolean within(String domain) {
        return name.equals(domain) || name.endsWith("." + domain);
    }

    @Override
    public String toString() {
        return name;
    }
}
