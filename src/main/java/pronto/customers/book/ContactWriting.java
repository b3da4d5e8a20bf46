package pronto.customers.book;

import static java.time.ZoneOffset.UTC;

import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.customers.AlreadyTaken;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.timeline.Actor;
import pronto.ui.api.Changed;

/** Puts a contact into its tables. One address is one person, everywhere: the unique key decides whose. */
@Component
class ContactWriting {

    private final JdbcClient db;
    private final CustomerRows rows;
    private final InstantSource time;
    private final Trace trace;

    ContactWriting(JdbcClient db, CustomerRows rows, InstantSource time, Trace trace) {
        this.db = db;
        this.rows = rows;
        this.time = time;
        this.trace = trace;
    }

    /** One statement, since files bring thousands of them. */
    Contact insert(Customer owner, Contact draft, Actor actor) {
        refuseTakenExternalId(draft);
        record Made(long id, int emails) {}
        var made = fields(db.sql("""
                        with made as (
                            insert into customers.contact
                                   (customer_id, name, name_key, language, role, external_id, created_at, updated_at)
                            values (:customer, :name, :nameKey, :language, :role, :externalId, :now, :now)
                            returning id),
                        emails as (
                            insert into customers.contact_email (address, contact_id, position)
                            select address, made.id, position
                              from made, unnest(:emails::text[]) with ordinality as a(address, position)
                             order by address
                            on conflict (address) do nothing
                            returning address),
                        phones as (
                            insert into customers.contact_phone (contact_id, number, position)
                            select made.id, number, position
                              from made, unnest(:phones::text[]) with ordinality as n(number, position))
                        select id, (select count(*) from emails) as emails from made
                        """), draft)
                .param("customer", owner.id())
                .param("emails", draft.emails().toArray(String[]::new))
                .param("phones", draft.phones().toArray(String[]::new))
                .query((row, number) -> new Made(row.getLong("id"), row.getInt("emails")))
                .single();
        if (made.emails() < draft.emails().size()) {
            throw emailTaken(made.id(), draft.emails());
        }
        var contact = draft.made(made.id());
        trace.of(
                "customers.contactAdded",
                owner,
                contact,
                actor,
                Trace.difference(ContactDraft.blank(owner.id()), contact));
        return contact;
    }

    Contact update(Customer owner, Contact before, Contact after, Actor actor) {
        refuseTakenExternalId(after);
        var written = fields(db.sql("""
                        update customers.contact
                           set name = :name, name_key = :nameKey, language = :language, role = :role,
                               external_id = :externalId, version = version + 1, updated_at = :now
                         where id = :id and version = :version
                        """), after)
                .param("id", after.id())
                .param("version", before.version())
                .update();
        if (written == 0) {
            throw new Changed();
        }
        writeEmails(after.id(), before.emails(), after.emails());
        writePhones(after.id(), before.phones(), after.phones());
        var contact = read(after.id());
        trace.of("customers.contactChanged", owner, contact, actor, Trace.difference(before, contact));
        return contact;
    }

    /** The same person, of another customer. */
    Contact move(Customer from, Customer to, Contact contact, Actor actor) {
        var written = db.sql("""
                update customers.contact set customer_id = :to, version = version + 1, updated_at = :now
                 where id = :id and version = :version
                """)
                .param("to", to.id())
                .param("now", time.instant().atOffset(UTC))
                .param("id", contact.id())
                .param("version", contact.version())
                .update();
        if (written == 0) {
            throw new Changed();
        }
        var moved = read(contact.id());
        trace.of(
                "customers.contactRemoved",
                from,
                contact,
                actor,
                Trace.difference(contact, ContactDraft.blank(from.id())));
        trace.of("customers.contactAdded", to, moved, actor, Trace.difference(ContactDraft.blank(to.id()), moved));
        return moved;
    }

    void delete(Customer owner, Contact contact, Actor actor) {
        db.sql("delete from customers.contact where id = :id")
                .param("id", contact.id())
                .update();
        trace.of(
                "customers.contactRemoved",
                owner,
                contact,
                actor,
                Trace.difference(contact, ContactDraft.blank(owner.id())));
    }

    private Contact read(long id) {
        return db.sql(CustomerRows.CONTACT + "where p.id = :id")
                .param("id", id)
                .query(rows::contact)
                .single();
    }

    private JdbcClient.StatementSpec fields(JdbcClient.StatementSpec statement, Contact contact) {
        return statement
                .param("name", contact.name())
                .param("nameKey", NameKey.of(contact.name()))
                .param("language", contact.language())
                .param("role", contact.role())
                .param("externalId", contact.externalId())
                .param("now", time.instant().atOffset(UTC));
    }

    private void refuseTakenExternalId(Contact contact) {
        var externalId = contact.externalId();
        if (externalId == null) {
            return;
        }
        // Of two who say it at once the second waits here and then sees what the first wrote.
        db.sql("select pg_advisory_xact_lock(hashtextextended('customers.contact ' || :value, :customer))")
                .param("customer", contact.customer())
                .param("value", externalId)
                .query((row, number) -> externalId)
                .single();
        db.sql(
                        "select name from customers.contact where customer_id = :customer and external_id = :value and id <> :id")
                .param("customer", contact.customer())
                .param("value", externalId)
                .param("id", contact.id())
                .query(String.class)
                .optional()
                .ifPresent(owner -> {
                    throw AlreadyTaken.externalId(externalId, owner);
                });
    }

    private void writeEmails(long contact, List<String> before, List<String> after) {
        if (before.equals(after)) {
            return;
        }
        db.sql("delete from customers.contact_email where contact_id = :contact and address <> all(:kept)")
                .param("contact", contact)
                .param("kept", after.toArray(String[]::new))
                .update();
        // In one order for everybody, so that two who write the same ones wait instead of blocking each other for good.
        var written = db.sql("""
                        insert into customers.contact_email as mine (address, contact_id, position)
                        select address, :contact, position
                          from unnest(:addresses::text[]) with ordinality as a(address, position)
                         order by address
                        on conflict (address) do update set position = excluded.position
                         where mine.contact_id = excluded.contact_id
                        """)
                .param("contact", contact)
                .param("addresses", after.toArray(String[]::new))
                .update();
        if (written < after.size()) {
            throw emailTaken(contact, after);
        }
    }

    private RuntimeException emailTaken(long contact, List<String> addresses) {
        return db.sql("""
                        select e.address, p.name || ' (' || c.code || ')' as owner
                          from customers.contact_email e
                          join customers.contact p on p.id = e.contact_id
                          join customers.customer c on c.id = p.customer_id
                         where e.address = any(:addresses) and p.id <> :contact
                         order by e.address limit 1
                        """)
                .param("addresses", addresses.toArray(String[]::new))
                .param("contact", contact)
                .query((row, number) ->
                        (RuntimeException) AlreadyTaken.email(row.getString("address"), row.getString("owner")))
                .optional()
                .orElseGet(Changed::new);
    }

    private void writePhones(long contact, List<String> before, List<String> after) {
        if (before.equals(after)) {
            return;
        }
        db.sql("delete from customers.contact_phone where contact_id = :contact")
                .param("contact", contact)
                .update();
        db.sql("""
                insert into customers.contact_phone (contact_id, number, position)
                select :contact, number, position
                  from unnest(:numbers::text[]) with ordinality as n(number, position)
                """)
                .param("contact", contact)
                .param("numbers", after.toArray(String[]::new))
                .update();
    }
}
