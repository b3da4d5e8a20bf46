package pronto.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.customers.ContactFields;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerFields;
import pronto.customers.PlatformFields;
import pronto.runtime.CustomerScope;
import pronto.timeline.Actor;
import pronto.ui.api.Given;

/**
 * Nothing of one customer is there for another: each table that holds something of customers stands behind a wall of the
 * database itself. A new table is behind one, or this test names it.
 */
class WallsTest extends AtTheDesk {

    /** Where what customers bring and are told lies. */
    private static final Set<String> OF_CUSTOMERS = Set.of("customers", "tickets", "timeline");

    /** What is of some customer in any case, so that looking at it proves something. */
    private static final List<String> FILLED = List.of(
            "customers.customer",
            "customers.email_domain",
            "customers.platform",
            "customers.contact",
            "customers.contact_email",
            "customers.contact_phone",
            "tickets.ticket",
            "tickets.message",
            "tickets.attachment",
            "tickets.participant",
            "timeline.entry");

    @Autowired
    private CustomerScope scope;

    @Test
    void every_table_of_customers_stands_behind_a_wall_that_nobody_climbs() {
        assertThat(tables("""
                (n.nspname in ('customers', 'tickets', 'timeline')
                  or exists (select from pg_attribute a
                              where a.attrelid = c.oid and a.attname = 'customer_id' and not a.attisdropped))
                and not (c.relrowsecurity and c.relforcerowsecurity)""")).isEmpty();
        assertThat(tables("c.relrowsecurity").stream().map(table -> table.substring(0, table.indexOf('.'))))
                .containsAll(OF_CUSTOMERS);
    }

    @Test
    void of_two_customers_neither_sees_anything_of_the_other_in_any_table() {
        var verdi = customerWithEverything("verdi");
        var bianchi = customerWithEverything("bianchi");

        assertSoftly(softly -> {
            for (var table : tables("c.relrowsecurity")) {
                var ofVerdi = scope.of(verdi.id(), () -> rows(table));
                var ofBianchi = scope.of(bianchi.id(), () -> rows(table));
                var both = new HashSet<>(ofVerdi);
                both.retainAll(ofBianchi);
                softly.assertThat(both).as("seen by both in %s", table).isEmpty();
                softly.assertThat(rows(table)).as("all of %s", table).containsAll(ofVerdi);
                if (FILLED.contains(table)) {
                    softly.assertThat(ofVerdi).as("their own in %s", table).isNotEmpty();
                } else {
                    softly.assertThat(ofVerdi).as("ours alone: %s", table).isEmpty();
                }
            }
        });
    }

    @Test
    void a_note_and_its_files_are_behind_the_wall_for_the_customer_too() {
        var verdi = customerWithEverything("note-verdi");

        var kinds = scope.of(
                verdi.id(),
                () -> db.sql("select distinct kind from tickets.message")
                        .query((row, number) -> row.getString(1))
                        .list());

        assertThat(kinds).containsExactly("message");
    }

    private Customer customerWithEverything(String name) {
        var fields = CustomerFields.named(name).withDomains(name + ".test");
        var customer = book.add(name, fields, Actor.PRONTO);
        book.putPlatform(
                customer.id(),
                new PlatformFields(Given.of("Shop"), Given.absent(), Given.absent(), Given.absent()),
                CustomerBook.ANY,
                Actor.PRONTO);
        book.addContact(
                customer.id(),
                ContactFields.named("Pia")
                        .withEmails(List.of("pia@" + name + ".test"))
                        .withPhones(List.of("+39055" + Math.abs(name.hashCode() % 10_000_000))),
                Actor.PRONTO);
        var ticket = reported(Mail.from("pia@" + name + ".test")
                .ofType("multipart/mixed; boundary=b")
                .saying("--b\n\nHelp\n--b\nContent-Type: text/csv; name=a.csv\n\na,b\n--b--\n"));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        desk.reply(ticket.id(), saying("We are looking."), giulia.actor());
        desk.note(ticket.id(), new Body.Plain("Between us"), List.of(), giulia.actor());
        return customer;
    }

    private Set<String> rows(String table) {
        // The name is the catalog's own.
        return new HashSet<>(db.sql("select ctid::text from " + table)
                .query((row, number) -> row.getString(1))
                .list());
    }

    private List<String> tables(String which) {
        return db.sql("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                   and\s""" + which + " order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
