package pronto.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.recognition.PhoneNumbers;

/** A person of a customer, with all their addresses and numbers (E.164). */
public record Contact(
        long id,
        long customer,
        String name,
        List<String> emails,
        List<String> phones,
        @Nullable String language,
        @Nullable String role,
        @Nullable String externalId,
        int version) {

    /** A number as people read it: {@code +39 06 1234 5678}. */
    public static String readable(String phone) {
        return PhoneNumbers.readable(phone);
    }

    /** The same, written down for the first time. */
    public Contact made(long id) {
        return new Contact(id, customer, name, emails, phones, language, role, externalId, 1);
    }
}
