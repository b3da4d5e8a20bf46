package pronto.customers.web;

import org.jspecify.annotations.Nullable;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.customers.recognition.PhoneNumbers;
import pronto.ui.View;

/** The form of a contact: an empty one for somebody new. */
public record ContactFormView(Customer customer, @Nullable Contact contact, String action, String back)
        implements View {

    static ContactFormView ofNew(Customer customer) {
        return new ContactFormView(customer, null, Paths.of(customer) + "/contacts", Paths.of(customer));
    }

    static ContactFormView of(Customer customer, Contact contact) {
        return new ContactFormView(customer, contact, Paths.of(customer, contact), Paths.of(customer));
    }

    public @Nullable String emails() {
        return contact == null ? null : String.join("\n", contact.emails());
    }

    public @Nullable String phones() {
        return contact == null
                ? null
                : String.join(
                        "\n",
                        contact.phones().stream().map(PhoneNumbers::readable).toList());
    }

    public boolean speaks(String language) {
        return contact != null && language.equals(contact.language());
    }
}
