package pronto.customers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pronto.channels.Trust;
import pronto.timeline.Actor;

/** The front door to customers and their contacts. */
public interface Customers {

    Optional<Customer> customer(long id);

    Map<Long, Customer> customers(Collection<Long> ids);

    /** By its code, however it is typed: case and blanks do not matter. */
    Optional<Customer> byCode(String code);

    /** By the first letters of code or name, or any word of the name: for a field that completes. */
    List<Customer> startingWith(String text, int limit);

    Optional<Contact> contact(long id);

    Optional<Contact> contactByAddress(String address);

    List<Contact> contactsOf(long customer, int limit);

    /** Who writes from this address. */
    Recognition recognise(String address, Trust trust);

    /** Ties an address to a customer once and for all: a new contact, or another address of one who is there. */
    Contact tie(long customer, String address, @Nullable String name, Actor actor);
}
