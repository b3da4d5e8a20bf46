package pronto.customers.book;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.customers.AlreadyTaken;
import pronto.customers.Contact;
import pronto.customers.ContactFields;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerCode;
import pronto.customers.CustomerFields;
import pronto.customers.CustomerInUse;
import pronto.customers.NotThere;
import pronto.customers.PlatformFields;
import pronto.customers.Unfit;
import pronto.timeline.Actor;
import pronto.ui.api.Changed;

/** Writes customers down: what was said, put over what is there, if it may be so. */
@Component
@Transactional
class KeptBook implements CustomerBook {

    private final JdbcClient db;
    private final CustomerRows rows;
    private final CustomerWriting customers;
    private final ContactWriting contacts;
    private final ContactSearch search;

    KeptBook(
            JdbcClient db,
            CustomerRows rows,
            CustomerWriting customers,
            ContactWriting contacts,
            ContactSearch search) {
        this.db = db;
        this.rows = rows;
        this.customers = customers;
        this.contacts = contacts;
        this.search = search;
    }

    @Override
    public Customer add(@Nullable String code, CustomerFields fields, Actor actor) {
        if (code != null && !code.isBlank()) {
            var draft = CustomerDraft.of(CustomerDraft.blank(own(code)), fields);
            return customers.insert(draft, actor).orElseThrow(() -> customers.codeTaken(draft.code()));
        }
        while (true) {
            var draft = CustomerDraft.of(CustomerDraft.blank(customers.nextCode()), fields);
            // The vendor may have used one of these codes for its own.
            var made = customers.insert(draft, actor);
            if (made.isPresent()) {
                return made.get();
            }
        }
    }

    @Override
    public Written put(String code, CustomerFields fields, IntConsumer seen, Actor actor) {
        var own = own(code);
        var there = lock("code_key = :key", Map.of("key", own.key()));
        if (there.isPresent()) {
            return change(there.get(), fields, seen, actor);
        }
        seen.accept(0);
        return customers
                .insert(CustomerDraft.of(CustomerDraft.blank(own), fields), actor)
                .map(made -> new Written(made, Outcome.ADDED))
                // Somebody else made it a moment ago.
                .orElseGet(() -> change(
                        lock("code_key = :key", Map.of("key", own.key())).orElseThrow(Changed::new),
                        fields,
                        seen,
                        actor));
    }

    @Override
    public Customer change(long customer, CustomerFields fields, IntConsumer seen, Actor actor) {
        return change(locked(customer), fields, seen, actor).customer();
    }

    private Written change(Customer before, CustomerFields fields, IntConsumer seen, Actor actor) {
        seen.accept(before.version());
        var after = CustomerDraft.of(before, fields);
        if (after.equals(before)) {
            return new Written(before, Outcome.UNCHANGED);
        }
        return new Written(customers.update(before, after, actor), Outcome.CHANGED);
    }

    @Override
    public void remove(long customer, String reason, IntConsumer seen, Actor actor) {
        var gone = locked(customer);
        seen.accept(gone.version());
        try {
            customers.delete(gone, reason, actor);
        } catch (DataIntegrityViolationException e) {
            throw new CustomerInUse(gone.code());
        }
    }

    @Override
    public Contact addContact(long customer, ContactFields fields, Actor actor) {
        var owner = read(customer).orElseThrow(() -> NotThere.customer(Long.toString(customer)));
        return contacts.insert(owner, ContactDraft.of(owner, ContactDraft.blank(customer), fields), actor);
    }

    @Override
    public WrittenContact putContact(long customer, ContactFields fields, IntConsumer seen, Actor actor) {
        var owner = locked(customer);
        var said = ContactDraft.of(owner, ContactDraft.blank(customer), fields);
        var there = search.same(said);
        seen.accept(there.map(Contact::version).orElse(0));
        if (there.isEmpty()) {
            return new WrittenContact(contacts.insert(owner, said, actor), Outcome.ADDED);
        }
        return change(owner, there.get(), fields, actor);
    }

    @Override
    public Contact changeContact(long contact, ContactFields fields, IntConsumer seen, Actor actor) {
        var owner = locked(contact(contact).customer());
        var before = contact(contact);
        seen.accept(before.version());
        return change(owner, before, fields, actor).contact();
    }

    private WrittenContact change(Customer owner, Contact before, ContactFields fields, Actor actor) {
        var after = ContactDraft.of(owner, before, fields);
        if (after.equals(before)) {
            return new WrittenContact(before, Outcome.UNCHANGED);
        }
        return new WrittenContact(contacts.update(owner, before, after, actor), Outcome.CHANGED);
    }

    @Override
    public void removeContact(long contact, IntConsumer seen, Actor actor) {
        var owner = locked(contact(contact).customer());
        var gone = contact(contact);
        seen.accept(gone.version());
        contacts.delete(owner, gone, actor);
    }

    @Override
    public Written putPlatform(long customer, PlatformFields fields, IntConsumer seen, Actor actor) {
        var before = locked(customer);
        seen.accept(before.version());
        var platform = CustomerDraft.platform("", fields, before.platforms());
        var others = before.platforms().stream().filter(there -> there.id() != platform.id());
        var after = withPlatforms(
                before, platform, Stream.concat(others, Stream.of(platform)).toList(), actor);
        return new Written(after, outcome(before, platform, after));
    }

    private static Outcome outcome(Customer before, Customer.Platform platform, Customer after) {
        if (platform.id() == 0) {
            return Outcome.ADDED;
        }
        return after.equals(before) ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    @Override
    public Customer changePlatform(long customer, long platform, PlatformFields fields, Actor actor) {
        var before = locked(customer);
        var there = before.platforms().stream()
                .filter(one -> one.id() == platform)
                .findFirst()
                .orElseThrow(() -> NotThere.platform(Long.toString(platform)));
        var changed = CustomerDraft.platform("", fields, there);
        return withPlatforms(
                before,
                changed,
                before.platforms().stream()
                        .map(one -> one.id() == platform ? changed : one)
                        .toList(),
                actor);
    }

    @Override
    public Customer removePlatform(long customer, long platform, IntConsumer seen, Actor actor) {
        var before = locked(customer);
        seen.accept(before.version());
        var others = before.platforms().stream()
                .filter(there -> there.id() != platform)
                .toList();
        if (others.size() == before.platforms().size()) {
            throw NotThere.platform(Long.toString(platform));
        }
        return customers.update(before, before.withPlatforms(others), actor);
    }

    private Customer withPlatforms(
            Customer before, Customer.Platform written, List<Customer.Platform> platforms, Actor actor) {
        before.platforms().stream()
                .filter(other -> other.id() != written.id())
                .forEach(other -> refuseAlike(written, other));
        var after = before.withPlatforms(platforms);
        return after.equals(before) ? before : customers.update(before, after, actor);
    }

    private static void refuseAlike(Customer.Platform written, Customer.Platform other) {
        if (written.name().equals(other.name())) {
            throw AlreadyTaken.platform(other.name(), Objects.requireNonNullElse(other.externalId(), ""));
        }
        if (written.externalId() != null && written.externalId().equals(other.externalId())) {
            throw AlreadyTaken.externalId(written.externalId(), other.name());
        }
    }

    private static CustomerCode own(String code) {
        return CustomerCode.parse(code).orElseThrow(() -> Unfit.noCode(code));
    }

    private Customer locked(long id) {
        return lock("id = :id", Map.of("id", id)).orElseThrow(() -> NotThere.customer(Long.toString(id)));
    }

    // Whoever writes about one customer waits for whoever does so already. What hangs on the row is read afterwards,
    // by a statement of its own: the one that waited would still show it as it was before.
    private Optional<Customer> lock(String which, Map<String, ?> named) {
        return db.sql("select id from customers.customer where " + which + " for update")
                .params(named)
                .query(Long.class)
                .optional()
                .flatMap(this::read);
    }

    private Optional<Customer> read(long id) {
        return db.sql(CustomerRows.CUSTOMER + "where c.id = :id")
                .param("id", id)
                .query(rows::customer)
                .optional();
    }

    private Contact contact(long id) {
        return db.sql(CustomerRows.CONTACT + "where p.id = :id")
                .param("id", id)
                .query(rows::contact)
                .optional()
                .orElseThrow(() -> NotThere.contact(Long.toString(id)));
    }
}
