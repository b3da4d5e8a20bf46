package pronto.customers;

import com.ibm.icu.lang.UCharacter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pronto.ui.Code;

/** The name of a customer, the vendor's own where it has one; matched without case and blanks. */
public record CustomerCode(String written) {

    private static final int LONGEST = 32;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

    // They would be read as part of an address: of another screen, or as a way up and out of it.
    private static final Set<String> TAKEN_BY_ADDRESSES = Set.of(".", "..", "NEW", "IMPORT", "BY-CODE");

    /** The code, if it is one: printable text to 32 characters without {@code / % ? #}. */
    public static Optional<CustomerCode> parse(String typed) {
        var code = BLANKS.matcher(typed.strip()).replaceAll(" ");
        var fits = !code.isEmpty()
                && code.codePointCount(0, code.length()) <= LONGEST
                // A backslash too: servers take it for a slash, or refuse the whole address.
                && code.chars().noneMatch(sign -> "/%?#\\".indexOf(sign) >= 0)
                && !UNPRINTABLE.matcher(code).find()
                && !TAKEN_BY_ADDRESSES.contains(key(code));
        return fits ? Optional.of(new CustomerCode(code)) : Optional.empty();
    }

    /** One of our own making. */
    public static CustomerCode ofOurs(long number) {
        return new CustomerCode(new Code(Code.Kind.CUSTOMER, number).toString());
    }

    public String key() {
        return key(written);
    }

    /** How a code is compared. */
    public static String key(String typed) {
        return UCharacter.toUpperCase(UCharacter.foldCase(BLANKS.matcher(typed).replaceAll(""), true));
    }

    @Override
    public String toString() {
        return written;
    }
}
