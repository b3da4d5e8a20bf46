package pronto.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.recognition.PhoneNumbers;

/** A telephone number that somebody wrote in a text, where it stands there, and how it is dialled from anywhere. */
public record NumberInText(int start, int end, String number) {

    /** Those of this text; one without {@code +} is of the country of this customer, or of this language. */
    public static List<NumberInText> of(String text, @Nullable Customer customer, String language) {
        var country = customer == null
                ? PhoneNumbers.country(null, language)
                : PhoneNumbers.country(customer.timeZone(), customer.language());
        return PhoneNumbers.in(text, country);
    }
}
