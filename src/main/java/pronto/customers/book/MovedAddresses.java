package pronto.customers.book;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.customers.Contact;
import pronto.customers.ContactFields;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.NotThere;
import pronto.timeline.Actor;

/** Puts an address with whom it belongs, after it was with somebody else by mistake. */
@Component
@Transactional
class MovedAddresses {

    private final JdbcClient db;
    private final CustomerRows rows;
    private final CustomerBook book;
    private final ContactWriting contacts;

    MovedAddresses(JdbcClient db, CustomerRows rows, CustomerBook book, ContactWriting contacts) {
        this.db = db;
        this.rows = rows;
        this.book = book;
        this.contacts = contacts;
    }

    Contact move(long customer, String address, @Nullable String name, @Nullable Long into, Actor actor) {
        var found = holder(address).orElse(null);
        lock(customer, found == null ? customer : found.customer());
        var holder = holder(address).orElse(null);
        if (holder != null && holder.customer() == customer && (into == null || into == holder.id())) {
            return holder;
        }
        var target = into == null
                ? null
                : contact(into).filter(one -> one.customer() == customer).orElse(null);
        if (holder != null && target == null && nothingElse(holder)) {
            return contacts.move(customer(holder.customer()), customer(customer), holder, actor);
        }
        if (holder != null) {
            leave(holder, address, actor);
        }
        return target == null
                ? book.addContact(
                        customer,
                        ContactFields.named(holder == null ? name : holder.name())
                                .withEmails(List.of(address)),
                        actor)
                : book.changeContact(
                        target.id(),
                        ContactFields.named(target.name())
                                .withEmails(Stream.concat(target.emails().stream(), Stream.of(address))
                                        .toList()),
                        CustomerBook.ANY,
                        actor);
    }

    void untie(long customer, String address, Actor actor) {
        lock(customer, customer);
        holder(address).filter(one -> one.customer() == customer).ifPresent(one -> leave(one, address, actor));
    }

    /** Somebody of whom the vendor's own systems know is theirs, and stays where they say. */
    private static boolean nothingElse(Contact contact) {
        return contact.emails().size() == 1 && contact.externalId() == null;
    }

    private void leave(Contact holder, String address, Actor actor) {
        if (nothingElse(holder) && holder.phones().isEmpty()) {
            book.removeContact(holder.id(), CustomerBook.ANY, actor);
            return;
        }
        book.changeContact(
                holder.id(),
                ContactFields.named(holder.name())
                        .withEmails(holder.emails().stream()
                                .filter(one -> !one.equals(address))
                                .toList()),
                CustomerBook.ANY,
                actor);
    }

    // In one order for everybody, so that two who move addresses between the same two wait for each other.
    private void lock(long one, long other) {
        var unused = db.sql("select id from customers.customer where id = any(:ids) order by id for update")
                .param("ids", new Long[] {one, other})
                .query(Long.class)
                .list();
    }

    private Optional<Contact> holder(String address) {
        return db.sql(CustomerRows.CONTACT
                        + "join customers.contact_email e on e.contact_id = p.id where e.address = :address")
                .param("address", address)
                .query(rows::contact)
                .optional();
    }

    private Optional<Contact> contact(long id) {
        return db.sql(CustomerRows.CONTACT + "where p.id = :id")
                .param("id", id)
                .query(rows::contact)
                .optional();
    }

    private Customer customer(long id) {
        return db.sql(CustomerRows.CUSTOMER + "where c.id = :id")
                .param("id", id)
                .query(rows::customer)
                .optional()
                .orElseThrow(() -> NotThere.customer(Objects.toString(id)));
    }
}
