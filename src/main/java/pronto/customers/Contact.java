package pronto.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The same, written down for the first time. */
    public Contact made(long id) {
        return new Contact(id, customer, name, emails, phones, language, role, externalId, 1);
    }
}
