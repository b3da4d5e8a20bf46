package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Trust;
import pronto.customers.Customers;
import pronto.tickets.Act;
import pronto.tickets.OtherCustomer;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.TicketIsSpam;
import pronto.tickets.TicketState;
import pronto.timeline.Actor;
import pronto.ui.Invalid;

/** Two tickets about the same: one goes on, the other leads to it. */
@Component
class Merging {

    private final JdbcClient db;
    private final Holding holding;
    private final StoredActs acts;
    private final Placing placing;
    private final LettingIn lettingIn;
    private final CarriedDrafts drafts;
    private final Customers customers;
    private final Trace trace;

    Merging(
            JdbcClient db,
            Holding holding,
            StoredActs acts,
            Placing placing,
            LettingIn lettingIn,
            CarriedDrafts drafts,
            Customers customers,
            Trace trace) {
        this.db = db;
        this.holding = holding;
        this.acts = acts;
        this.placing = placing;
        this.lettingIn = lettingIn;
        this.drafts = drafts;
        this.customers = customers;
        this.trace = trace;
    }

    Ticket merge(long id, long intoId, Actor by) {
        if (id == intoId) {
            throw new Invalid("merge-into-itself", "into");
        }
        var both = holding.both(id, intoId);
        var ticket = both.getFirst();
        var into = both.getLast();
        mayLieTogether(ticket, into);
        var next = PlacingRules.next(into.state(), into.technician() != null, ticket.state());
        var act = acts.add(Act.Kind.MERGE, ticket, into, next, by);
        placing.by(act, placing.all(id), intoId);
        lettingIn.by(act, id, intoId, lettingIn.everybody(id));
        lettingIn.waiting(act, id, intoId);
        drafts.by(act, id, intoId);
        close(id, intoId);
        placing.countAgain(id);
        if (next != into.state()) {
            holding.move(into, next);
        }
        carryUndelivered(id, intoId);
        placing.countAgain(intoId);
        told(act, id, intoId, by);
        return holding.row(id);
    }

    /** What holds for a whole ticket holds for one message too. */
    void mayLieTogether(Ticket ticket, Ticket into) {
        for (var one : new Ticket[] {ticket, into}) {
            if (one.merged()) {
                throw holding.merged(one);
            }
            if (one.spam()) {
                throw new TicketIsSpam(one.code());
            }
        }
        if (PlacingRules.crosses(whose(ticket), whose(into))) {
            throw new OtherCustomer(ticket.code(), into.code());
        }
    }

    /** Whoever reported a ticket of nobody may have become somebody's since. */
    private @Nullable Long whose(Ticket ticket) {
        var address = ticket.reporter().email();
        if (!ticket.unknown() || address == null) {
            return ticket.customer();
        }
        var known = customers.recognise(address, Trust.UNVERIFIED).customer();
        return known == null ? null : known.id();
    }

    private void close(long id, long into) {
        db.sql("""
                update tickets.ticket
                   set state = 'closed', closed_at = coalesce(closed_at, :now), merged_into_id = :into
                 where id = :id
                """)
                .param("now", utc(holding.now()))
                .param("into", into)
                .param("id", id)
                .update();
    }

    private void told(long act, long id, long intoId, Actor by) {
        var which = Long.toString(act);
        var ticket = holding.row(id);
        var into = holding.row(intoId);
        trace.leave(
                "merged", ticket, by, new TicketEvent.Merged(id, intoId), Map.of("into", into.code(), "act", which));
        trace.leave("mergedIn", into, by, Map.of("from", ticket.code(), "act", which));
    }

    /** That an answer did not arrive is to be known where things go on. */
    private void carryUndelivered(long id, long into) {
        db.sql("""
                update tickets.ticket i set undelivered = coalesce(i.undelivered, t.undelivered)
                  from tickets.ticket t where t.id = :id and i.id = :into
                """).param("id", id).param("into", into).update();
    }

    /** Closed as it was before, or with the next move again where it was. */
    void apart(long act, Ticket ticket, Ticket into) {
        db.sql("""
                update tickets.ticket t
                   set state = a.ticket_state, closed_at = a.ticket_closed_at, merged_into_id = null,
                       team_id = case when exists (select from staff.team s
                                                    where s.id = t.team_id and s.removed_at is not null)
                                      then :team else t.team_id end
                  from tickets.act a where a.id = :act and t.id = :id
                """)
                .param("team", into.team())
                .param("act", act)
                .param("id", ticket.id())
                .update();
        db.sql("""
                update tickets.ticket i set undelivered = null
                  from tickets.ticket t, tickets.act a
                 where a.id = :act and t.id = a.ticket_id and i.id = a.into_id
                   and a.into_undelivered is null and i.undelivered = t.undelivered
                """).param("act", act).update();
        if (wasWrittenToMeanwhile(act)) {
            var back = holding.row(ticket.id());
            var ours = PlacingRules.next(back.state(), back.technician() != null, TicketState.WAITING);
            if (ours != back.state()) {
                holding.move(back, ours);
            }
        }
    }

    private boolean wasWrittenToMeanwhile(long act) {
        return db.sql("""
                select exists (select from tickets.placed p join tickets.message m on m.id = p.message_id
                                where p.act_id = :act and p.came_later and m.direction = 'in' and m.automatic is null)
                """).param("act", act).query(Boolean.class).single();
    }
}
