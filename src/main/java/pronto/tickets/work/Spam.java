package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.channels.EmailDomain;
import pronto.channels.SupportAddresses;
import pronto.runtime.Changes;
import pronto.tickets.NotAnAddress;
import pronto.tickets.RecipientIsOurs;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/** What nobody wants to read: out of the queue at once, and back with one key where it was a mistake. */
@Component
class Spam {

    private final JdbcClient db;
    private final Holding holding;
    private final SupportAddresses addresses;
    private final Timeline timeline;
    private final Trace trace;
    private final Changes changes;

    Spam(JdbcClient db, Holding holding, SupportAddresses addresses, Timeline timeline, Trace trace, Changes changes) {
        this.db = db;
        this.holding = holding;
        this.addresses = addresses;
        this.timeline = timeline;
        this.trace = trace;
        this.changes = changes;
    }

    Ticket mark(long id, Actor by) {
        var held = holding.ticket(id);
        if (held.spam()) {
            return held;
        }
        var ticket = verdict(id, true);
        trace.leave("markedAsSpam", ticket, by, new TicketEvent.MarkedAsSpam(id), Map.of());
        return ticket;
    }

    Ticket undo(long id, Actor by) {
        var held = holding.ticket(id);
        if (!held.spam()) {
            return held;
        }
        var ticket = verdict(id, false);
        trace.leave("spamUndone", ticket, by, new TicketEvent.SpamUndone(id), Map.of());
        letIn(ticket.reporter().email(), by);
        return ticket;
    }

    /** Who is no spammer may write again. */
    private void letIn(@Nullable String address, Actor by) {
        if (address != null) {
            lift(address, by);
            lift(address.substring(address.indexOf('@')), by);
        }
    }

    private Ticket verdict(long id, boolean spam) {
        return db.sql("""
                update tickets.ticket
                   set spam_at = case when :spam then :now end, version = version + 1, updated_at = :now
                 where id = :id
                returning *
                """)
                .param("spam", spam)
                .param("now", utc(holding.now()))
                .param("id", id)
                .query(TicketRows::ticket)
                .single();
    }

    void block(String typed, Actor by) {
        var sender = sender(typed);
        var news = db.sql("""
                insert into tickets.blocked_sender (sender, technician_id, at) values (:sender, :technician, :now)
                on conflict do nothing
                """)
                .param("sender", sender)
                .param("technician", technician(by))
                .param("now", utc(holding.now()))
                .update();
        if (news > 0) {
            told("senderBlocked", sender, by);
        }
    }

    void unblock(String typed, Actor by) {
        lift(sender(typed), by);
    }

    private void lift(String sender, Actor by) {
        var gone = db.sql("delete from tickets.blocked_sender where sender = :sender")
                .param("sender", sender)
                .update();
        if (gone > 0) {
            told("senderUnblocked", sender, by);
        }
    }

    private void told(String fact, String sender, Actor by) {
        // Told to every open screen, and so without the address.
        changes.record("blocked", "*");
        timeline.add("tickets." + fact, by, new Subject("blockedSender", 0), null, Map.of("sender", sender));
    }

    private String sender(String typed) {
        var bare = typed.strip();
        var sender = (bare.startsWith("@")
                        ? EmailDomain.parse(bare.substring(1)).map(domain -> "@" + domain)
                        : EmailAddress.parse(bare).map(EmailAddress::toString))
                .orElseThrow(() -> new NotAnAddress("sender", bare));
        if (addresses.all().stream().anyMatch(ours -> ours.address().endsWith(sender))) {
            throw new RecipientIsOurs("sender", sender);
        }
        return sender;
    }

    private static @Nullable Long technician(Actor by) {
        return by.kind() == Actor.Kind.TECHNICIAN ? by.id() : null;
    }
}
