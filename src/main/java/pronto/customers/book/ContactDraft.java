package pronto.customers.book;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import pronto.channels.EmailAddress;
import pronto.customers.Contact;
import pronto.customers.ContactFields;
import pronto.customers.Customer;
import pronto.customers.Unfit;
import pronto.customers.recognition.PhoneNumbers;
import pronto.ui.api.Given;

/** What a contact is once everything that was said of it holds; refuses what cannot be so. Touches no database. */
final class ContactDraft {

    private static final int MOST = 100;

    private ContactDraft() {}

    /** A person of whom nothing is known yet. */
    static Contact blank(long customer) {
        return new Contact(0, customer, "", List.of(), List.of(), null, null, null, 0);
    }

    static Contact of(Customer customer, Contact before, ContactFields said) {
        var emails = list("emails", before.emails(), said.emails(), ContactDraft::email);
        var country = PhoneNumbers.country(customer.timeZone(), customer.language());
        var phones = list("phones", before.phones(), said.phones(), (field, typed) -> phone(field, typed, country));
        return new Contact(
                before.id(),
                customer.id(),
                name(said.name().or(before.name()), emails, phones),
                emails,
                phones,
                Line.language("language", said.language().or(before.language())),
                Line.of("role", said.role().or(before.role()), 100),
                Line.of("externalId", said.externalId().or(before.externalId()), 200),
                before.version());
    }

    // Whoever only wrote or called is known by that until somebody gives them a name.
    private static String name(@Nullable String typed, List<String> emails, List<String> phones) {
        var name = Line.of("name", typed, 200);
        if (name != null) {
            return name;
        }
        if (!emails.isEmpty()) {
            return emails.getFirst();
        }
        return phones.isEmpty() ? Line.required("name", null, 200) : phones.getFirst();
    }

    private static List<String> list(
            String field, List<String> before, Given<List<String>> said, BiFunction<String, String, String> read) {
        if (!said.present()) {
            return before;
        }
        var typed = Objects.requireNonNullElse(said.or(null), List.<String>of());
        if (typed.size() > MOST) {
            throw Unfit.tooMany(field, MOST);
        }
        var values = new LinkedHashSet<String>();
        for (var i = 0; i < typed.size(); i++) {
            var place = field + "[" + i + "]";
            values.add(read.apply(place, Line.required(place, typed.get(i), 254)));
        }
        return List.copyOf(values);
    }

    private static String email(String field, String typed) {
        return EmailAddress.parse(typed)
                .orElseThrow(() -> Unfit.noEmail(field, typed))
                .toString();
    }

    private static String phone(String field, String typed, @Nullable String country) {
        return PhoneNumbers.parse(typed, country).orElseThrow(() -> Unfit.noPhone(field, typed));
    }
}
