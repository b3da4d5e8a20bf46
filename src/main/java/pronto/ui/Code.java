package pronto.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name people read, say and type: {@code T-48231K} is a kind, a number, and a letter that checks both. The letter
 * shows every single wrong character and every swap of neighbours.
 */
public record Code(Kind kind, long number) {

    /** What a code names. Each kind shifts the letter by its own offset, so the letter alone tells the kind. */
    public enum Kind {
        TICKET("T", 2),
        INCIDENT("INC", 1),
        BUG("BUG", 3),
        CUSTOMER("C", 10);

        private final String prefix;
        private final int offset;

        Kind(String prefix, int offset) {
            this.prefix = prefix;
            this.offset = offset;
        }
    }

    // Eleven, because 11 is prime: no digit times a power of two is lost in it. None looks or sounds like a digit.
    private static final String LETTERS = "FHKMQRTWXYA";
    private static final Pattern TYPED = Pattern.compile("(?:([A-Z]{1,3})-?)??([0-9OIL]{1,12})([FHKMQRTWXYA])");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}|−");

    public Code {
        if (number < 1 || number >= 1_000_000_000_000L) {
            throw new IllegalArgumentException("no code is made of the number " + number);
        }
    }

    /** Reads what somebody typed: any case, with or without dash, blanks and prefix, a letter O or I or L for 0 or 1. */
    public static Optional<Code> parse(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        var plain = DASHES.matcher(BLANKS.matcher(typed).replaceAll("")).replaceAll("-");
        var parts = TYPED.matcher(plain.toUpperCase(Locale.ROOT));
        return parts.matches() ? read(parts) : Optional.empty();
    }

    private static Optional<Code> read(Matcher parts) {
        var digits = parts.group(2).replace('O', '0').replace('I', '1').replace('L', '1');
        // No number begins with a zero: taking one would let a dash mistyped as a zero pass.
        if (digits.startsWith("0")) {
            return Optional.empty();
        }
        var number = Long.parseLong(digits);
        var letter = parts.group(3).charAt(0);
        for (var kind : Kind.values()) {
            if (letter(kind, number) == letter && (parts.group(1) == null || kind.prefix.equals(parts.group(1)))) {
                return Optional.of(new Code(kind, number));
            }
        }
        return Optional.empty();
    }

    private static char letter(Kind kind, long number) {
        var sum = kind.offset;
        var weight = 2;
        for (var rest = number; rest > 0; rest /= 10) {
            sum += (int) (rest % 10) * weight;
            weight = weight * 2 % 11;
        }
        return LETTERS.charAt(sum % 11);
    }

    /** The code as it is written: prefix, dash, number, letter. */
    @Override
    public String toString() {
        return kind.prefix + "-" + number + letter(kind, number);
    }
}
