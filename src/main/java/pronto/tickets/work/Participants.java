package pronto.tickets.work;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.channels.Mailbox;
import pronto.channels.SupportAddresses;
import pronto.runtime.Spelling;
import pronto.tickets.NotAnAddress;
import pronto.tickets.Participant;
import pronto.tickets.RecipientIsOurs;
import pronto.tickets.ReporterStays;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;

/** Who outside takes part in a ticket: only they may write into it, and only a technician lets anybody in. */
@Component
class Participants {

    private final JdbcClient db;
    private final Holding holding;
    private final SupportAddresses addresses;
    private final Trace trace;

    Participants(JdbcClient db, Holding holding, SupportAddresses addresses, Trace trace) {
        this.db = db;
        this.holding = holding;
        this.addresses = addresses;
        this.trace = trace;
    }

    Ticket add(long id, Mailbox person, Actor by) {
        var ticket = holding.ticket(id);
        var checked = outside(person, "address");
        return put(id, checked.address(), checked.name(), Participant.Role.ADDED)
                ? told("participantAdded", holding.touch(id), checked.address(), by)
                : ticket;
    }

    /** Lets in somebody who waits, without anybody's asking. */
    void admit(Ticket ticket, Mailbox person, Actor by) {
        if (put(ticket.id(), person.address(), person.name(), Participant.Role.COPIED)) {
            told("participantAdded", holding.touch(ticket.id()), person.address(), by);
        }
    }

    /** Whoever waits to be let in waits no longer, nor comes again with the next mail. */
    Ticket refuse(long id, String address, Actor by) {
        holding.ticket(id);
        var waited = db.sql("""
                update tickets.copied set refused_at = :now
                 where ticket_id = :ticket and address = :address and refused_at is null
                """)
                .param("now", Columns.utc(holding.now()))
                .param("ticket", id)
                .param("address", address)
                .update();
        return waited == 0 ? holding.ticket(id) : told("participantRefused", holding.touch(id), address, by);
    }

    Ticket remove(long id, String address, Actor by) {
        var ticket = holding.ticket(id);
        var removed = db.sql("""
                delete from tickets.participant
                 where ticket_id = :ticket and address = :address and role <> 'reporter'
                """).param("ticket", id).param("address", address).update();
        if (removed == 0 && is(id, address)) {
            throw new ReporterStays(address);
        }
        return removed == 0 ? ticket : told("participantRemoved", holding.touch(id), address, by);
    }

    private Ticket told(String fact, Ticket ticket, String address, Actor by) {
        trace.leave(fact, ticket, by, Map.of("address", address));
        return ticket;
    }

    boolean is(long ticket, String address) {
        return db.sql(
                        "select exists (select from tickets.participant where ticket_id = :ticket and address = :address)")
                .param("ticket", ticket)
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    /** True where they were not there before. */
    boolean put(long ticket, String address, @Nullable String name, Participant.Role role) {
        db.sql("delete from tickets.copied where ticket_id = :ticket and address = :address")
                .param("ticket", ticket)
                .param("address", address)
                .update();
        return db.sql("""
                insert into tickets.participant (ticket_id, address, name, role, added_at)
                values (:ticket, :address, :name, :role, :now)
                on conflict do nothing
                """)
                        .param("ticket", ticket)
                        .param("address", address)
                        .param("name", Subjects.name(name))
                        .param("role", Spelling.of(role))
                        .param("now", Columns.utc(holding.now()))
                        .update()
                > 0;
    }

    /** Of tickets that were just opened: nobody takes part in them, and nobody waits to. */
    void putReporters(List<Ticket> fresh) {
        var reported = fresh.stream()
                .filter(ticket -> ticket.reporter().email() != null)
                .toList();
        db.sql("""
                insert into tickets.participant (ticket_id, address, name, role, added_at)
                select ticket, address, name, :role, :now
                  from unnest(:tickets::bigint[], :addresses::text[], :names::text[]) as r (ticket, address, name)
                on conflict do nothing
                """)
                .param("tickets", reported.stream().map(Ticket::id).toArray(Long[]::new))
                .param(
                        "addresses",
                        reported.stream()
                                .map(ticket -> ticket.reporter().email())
                                .toArray(String[]::new))
                .param(
                        "names",
                        reported.stream()
                                .map(ticket -> Subjects.name(ticket.reporter().name()))
                                .toArray(String[]::new))
                .param("role", Spelling.of(Participant.Role.REPORTER))
                .param("now", Columns.utc(holding.now()))
                .update();
    }

    /** Whoever a technician writes to takes part from then on: their answer shall find the ticket. */
    void letIn(Ticket ticket, List<Mailbox> to, List<Mailbox> cc, Actor by) {
        Stream.concat(to.stream(), cc.stream())
                .filter(person -> put(ticket.id(), person.address(), person.name(), Participant.Role.ADDED))
                .forEach(person -> told("participantAdded", ticket, person.address(), by));
    }

    List<Mailbox> outside(List<Mailbox> people, String field) {
        return people.stream().map(person -> outside(person, field)).distinct().toList();
    }

    /** The address in its one form; our own support addresses would answer themselves for ever. */
    Mailbox outside(Mailbox person, String field) {
        var address = EmailAddress.parse(person.address())
                .orElseThrow(() -> new NotAnAddress(field, person.address()))
                .toString();
        if (ours(address)) {
            throw new RecipientIsOurs(field, address);
        }
        return new Mailbox(Subjects.name(person.name()), address);
    }

    boolean ours(String address) {
        return addresses.find(address) != null;
    }
}
