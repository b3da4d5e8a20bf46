package pronto.customers.api;

import java.util.List;
import pronto.customers.ContactFields;
import pronto.ui.api.Given;
import pronto.ui.api.OneOf;

/** What a program says of a contact. What it read may be sent back as it was, id included. */
record ContactSaid(
        Given<String> id,
        Given<String> name,
        Given<List<String>> emails,
        Given<List<String>> phones,
        @OneOf(names = {"en", "it"}) Given<String> language,
        Given<String> role,
        Given<String> externalId) {

    ContactFields fields() {
        return new ContactFields(name, emails, phones, language, role, externalId);
    }
}
