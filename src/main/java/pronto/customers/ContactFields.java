package pronto.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.api.Given;

/** What somebody says of a contact: of each field something, nothing, or that it is empty. */
public record ContactFields(
        Given<String> name,
        Given<List<String>> emails,
        Given<List<String>> phones,
        Given<String> language,
        Given<String> role,
        Given<String> externalId) {

    public static ContactFields named(@Nullable String name) {
        return new ContactFields(
                name == null ? Given.absent() : Given.of(name),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent());
    }

    public ContactFields withEmails(List<String> emails) {
        return new ContactFields(name, Given.of(emails), phones, language, role, externalId);
    }

    public ContactFields withPhones(List<String> phones) {
        return new ContactFields(name, emails, Given.of(phones), language, role, externalId);
    }

    public ContactFields withLanguage(@Nullable String language) {
        return new ContactFields(name, emails, phones, Given.of(language), role, externalId);
    }

    public ContactFields withRole(@Nullable String role) {
        return new ContactFields(name, emails, phones, language, Given.of(role), externalId);
    }
}
