package pronto.customers.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.customers.Contact;
import pronto.customers.ContactFields;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.Customers;
import pronto.customers.Unfit;
import pronto.customers.recognition.PhoneNumbers;
import pronto.timeline.Actor;

/**
 * The addresses and numbers of a line: each address is a contact; the numbers are its own where there is one address,
 * else the switchboard's, a contact with the customer's name. What is there already stays as it is.
 */
@Component
class RowContacts {

    private static final int ALL = 10_000;

    private final Customers customers;
    private final CustomerBook book;

    RowContacts(Customers customers, CustomerBook book) {
        this.customers = customers;
        this.book = book;
    }

    /** Whether something was new. */
    boolean add(Customer customer, CustomerRow row, Actor actor) {
        if (row.emails().isEmpty() && row.phones().isEmpty()) {
            return false;
        }
        var known = new ArrayList<>(customers.contactsOf(customer.id(), ALL));
        var before = List.copyOf(known);
        for (var i = 0; i < row.emails().size(); i++) {
            addEmail(customer, known, "emails[" + i + "]", row.emails().get(i), actor);
        }
        addPhones(customer, known, row, actor);
        return !known.equals(before);
    }

    private void addEmail(Customer customer, List<Contact> known, String field, String typed, Actor actor) {
        var entry = TypedAddress.of(typed);
        var address = EmailAddress.parse(entry.address())
                .orElseThrow(() -> Unfit.noEmail(field, typed))
                .toString();
        if (having(known, address).isEmpty()) {
            known.add(book.addContact(
                    customer.id(), ContactFields.named(entry.name()).withEmails(List.of(address)), actor));
        }
    }

    private void addPhones(Customer customer, List<Contact> known, CustomerRow row, Actor actor) {
        var country = PhoneNumbers.country(customer.timeZone(), customer.language());
        var added = new ArrayList<String>();
        for (var i = 0; i < row.phones().size(); i++) {
            var typed = row.phones().get(i);
            var field = "phones[" + i + "]";
            var number = PhoneNumbers.parse(typed, country).orElseThrow(() -> Unfit.noPhone(field, typed));
            if (known.stream().noneMatch(contact -> contact.phones().contains(number))) {
                added.add(number);
            }
        }
        if (added.isEmpty()) {
            return;
        }
        var owner = row.emails().size() == 1
                ? EmailAddress.parse(TypedAddress.of(row.emails().getFirst()).address())
                        .flatMap(address -> having(known, address.toString()))
                : switchboard(customer, known);
        owner.ifPresentOrElse(
                contact -> known.set(known.indexOf(contact), withPhones(contact, added, actor)),
                () -> known.add(book.addContact(
                        customer.id(), ContactFields.named(customer.name()).withPhones(added), actor)));
    }

    private Contact withPhones(Contact contact, List<String> added, Actor actor) {
        var all = Stream.concat(contact.phones().stream(), added.stream()).toList();
        return book.changeContact(
                contact.id(), ContactFields.named(contact.name()).withPhones(all), CustomerBook.ANY, actor);
    }

    private static Optional<Contact> having(List<Contact> known, String address) {
        return known.stream()
                .filter(contact -> contact.emails().contains(address))
                .findFirst();
    }

    private static Optional<Contact> switchboard(Customer customer, List<Contact> known) {
        return known.stream()
                .filter(contact -> contact.emails().isEmpty() && contact.name().equals(customer.name()))
                .findFirst();
    }
}
