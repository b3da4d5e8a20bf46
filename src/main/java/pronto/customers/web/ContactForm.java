package pronto.customers.web;

import org.jspecify.annotations.Nullable;
import pronto.customers.ContactFields;
import pronto.ui.api.Given;

/** What somebody typed of a contact; an empty field means none. */
record ContactForm(
        @Nullable String name,
        @Nullable String emails,
        @Nullable String phones,
        @Nullable String language,
        @Nullable String role,
        @Nullable Integer version) {

    ContactFields fields() {
        return new ContactFields(
                Given.of(Typed.orNothing(name)),
                Given.of(Typed.several(emails)),
                Given.of(Typed.several(phones)),
                Given.of(Typed.orNothing(language)),
                Given.of(Typed.orNothing(role)),
                Given.absent());
    }
}
