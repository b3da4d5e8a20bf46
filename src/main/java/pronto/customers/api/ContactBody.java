package pronto.customers.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.Contact;
import pronto.ui.api.OneOf;

/** A contact as programs see it. */
record ContactBody(
        String id,
        String name,
        List<String> emails,
        List<String> phones,
        @OneOf(names = {"en", "it"}) @Nullable String language,
        @Nullable String role,
        @Nullable String externalId) {

    static ContactBody of(Contact contact) {
        return new ContactBody(
                Long.toString(contact.id()),
                contact.name(),
                contact.emails(),
                contact.phones(),
                contact.language(),
                contact.role(),
                contact.externalId());
    }
}
