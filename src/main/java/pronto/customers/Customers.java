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

    /** Those whose code stands in this text, as customers write it to be found. */
    List<Customer> namedIn(String text, int limit);

    /** Those of whose platforms the name or the host stands in this text. */
    List<Customer> withPlatformIn(String text, int limit);

    /** By the first letters of code or name, or any word of the name: for a field that completes. */
    List<Customer> startingWith(String text, int limit);

    /** The same page by page, in the order of names: those after this one. */
    List<Customer> startingWith(String text, @Nullable Long after, int limit);

    /** By name, those that come after this one; all from the first where it is null. */
    List<Customer> after(@Nullable Long id, int limit);

    /**
     * Whom these parts of the catalog touch: whose platforms run on them, or on what depends on them, however far. What
     * only runs on an environment does not pass that environment's trouble on to platforms that name another.
     */
    Touched dependingOn(Collection<String> parts, @Nullable Long after, int limit);

    Optional<Contact> contact(long id);

    Optional<Contact> contactByAddress(String address);

    List<Contact> contactsOf(long customer, int limit);

    /** By name, those that come after this one. */
    List<Contact> contactsOf(long customer, @Nullable Long after, int limit);

    /** Who writes from this address. */
    Recognition recognise(String address, Trust trust);

    /** Who writes from each of these addresses, as far as an address tells that nobody has proved. */
    Map<String, Recognition> recognise(Collection<String> addresses);

    /** Who calls from this number: {@code +} and country, as telephone networks show it. */
    Recognition recogniseCaller(String number);

    /** Ties an address to a customer once and for all, as a contact of theirs. */
    Contact tie(long customer, String address, @Nullable String name, Actor actor);

    /**
     * Puts an address right that was tied to the wrong customer. Whoever has nothing else moves with it; else only the
     * address does, to the contact {@code into} where one is named, or to a new one.
     */
    Contact move(long customer, String address, @Nullable String name, @Nullable Long into, Actor actor);

    /** Takes an address from this customer's contact; whoever is left with nothing goes with it. */
    void untie(long customer, String address, Actor actor);
}
