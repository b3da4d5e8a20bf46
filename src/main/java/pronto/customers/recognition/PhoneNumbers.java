package pronto.customers.recognition;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.ibm.icu.util.TimeZone;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import pronto.customers.NumberInText;

/** Telephone numbers in the one form that is compared and kept: E.164, {@code +390612345678}. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final Pattern SAYS_SO = Pattern.compile("^\\+|\\d[ ./-]+\\d");
    private static final int MOST = 20_000;
    private static final long MOST_TRIES = 100;

    private PhoneNumbers() {}

    /** Reads a number as people write it; one without {@code +} is of the given country. */
    public static Optional<String> parse(String typed, @Nullable String country) {
        if (typed.length() > 60) {
            return Optional.empty();
        }
        try {
            var number = NUMBERS.parse(typed.strip(), country);
            // Possible, not valid: numbering plans grow faster than any list of them.
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The digits of a number as it is dialled at home: {@code 0612345678}. */
    public static String national(String e164) {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.NATIONAL)
                    .replaceAll("[^0-9]", "");
        } catch (NumberParseException e) {
            return e164;
        }
    }

    /** As people read it: {@code +39 06 1234 5678}. */
    public static String readable(String e164) {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    /** The numbers in a text. Bare digits are more often an order or a tax code: without {@code +} a mobile's, or spaced. */
    public static List<NumberInText> in(String text, @Nullable String country) {
        if (text.length() > MOST) {
            return List.of();
        }
        return StreamSupport.stream(
                        NUMBERS.findNumbers(text, country, Leniency.VALID, MOST_TRIES)
                                .spliterator(),
                        false)
                .filter(found -> SAYS_SO.matcher(found.rawString()).find()
                        || NUMBERS.getNumberType(found.number()) == PhoneNumberType.MOBILE)
                .map(found -> new NumberInText(
                        found.start(), found.end(), NUMBERS.format(found.number(), PhoneNumberFormat.E164)))
                .toList();
    }

    /** The country a number without prefix is meant in: that of the customer's clock, or else of their language. */
    public static @Nullable String country(@Nullable String timeZone, @Nullable String language) {
        if (timeZone != null) {
            var region = TimeZone.getRegion(timeZone);
            if (region.length() == 2) {
                return region;
            }
        }
        return "it".equals(language) ? "IT" : null;
    }
}
