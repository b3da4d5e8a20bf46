package pronto.customers;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import pronto.timeline.Actor;

/** Where customers and their contacts are written down. Every change is on the timeline and in the feed. */
public interface CustomerBook {

    /** For who writes without having looked before; others refuse a version they have not seen. */
    IntConsumer ANY = version -> {};

    /** What became of it. */
    enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /** The customer as it is now. */
    record Written(Customer customer, Outcome outcome) {}

    /** The contact as it is now. */
    record WrittenContact(Contact contact, Outcome outcome) {}

    /** A new customer; without a code of the vendor's own it gets one of ours. */
    Customer add(@Nullable String code, CustomerFields fields, Actor actor);

    /** The customer of this code, made where there is none. */
    Written put(String code, CustomerFields fields, IntConsumer seen, Actor actor);

    Customer change(long customer, CustomerFields fields, IntConsumer seen, Actor actor);

    /** Removes a customer who has no tickets, with contacts, domains and platforms; the timeline tells why. */
    void remove(long customer, String reason, IntConsumer seen, Actor actor);

    Contact addContact(long customer, ContactFields fields, Actor actor);

    /** The contact of this external id, else of any of these addresses or else numbers; made where there is none. */
    WrittenContact putContact(long customer, ContactFields fields, IntConsumer seen, Actor actor);

    Contact changeContact(long contact, ContactFields fields, IntConsumer seen, Actor actor);

    void removeContact(long contact, IntConsumer seen, Actor actor);

    /** The platform of this external id, else of this name; made where there is none. */
    Written putPlatform(long customer, PlatformFields platform, IntConsumer seen, Actor actor);

    Customer changePlatform(long customer, long platform, PlatformFields fields, Actor actor);

    Customer removePlatform(long customer, long platform, IntConsumer seen, Actor actor);
}
