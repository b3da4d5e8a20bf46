package pronto.tickets.work;

import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.tickets.Act;
import pronto.tickets.NothingToUndo;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.TicketState;
import pronto.timeline.Actor;

/** Gives back what an act changed, and nothing else: what happened meanwhile stays where it belongs. */
@Component
class Undoing {

    /** How both tickets of an act stood before it. */
    private record Before(TicketState ticket, TicketState into, TicketState intoAfter, long lastMessage) {}

    private final JdbcClient db;
    private final Holding holding;
    private final StoredActs acts;
    private final Placing placing;
    private final LettingIn lettingIn;
    private final CarriedDrafts drafts;
    private final Merging merging;
    private final Splitting splitting;
    private final Trace trace;

    Undoing(
            JdbcClient db,
            Holding holding,
            StoredActs acts,
            Placing placing,
            LettingIn lettingIn,
            CarriedDrafts drafts,
            Merging merging,
            Splitting splitting,
            Trace trace) {
        this.db = db;
        this.holding = holding;
        this.acts = acts;
        this.placing = placing;
        this.lettingIn = lettingIn;
        this.drafts = drafts;
        this.merging = merging;
        this.splitting = splitting;
        this.trace = trace;
    }

    Ticket undo(long id, long actId, Actor by) {
        var act = live(actId);
        if (act.ticket() != id && act.into() != id) {
            throw new NothingToUndo();
        }
        var both = holding.both(act.ticket(), act.into());
        acts.inTheWay(act).ifPresent(refusal -> {
            throw refusal;
        });
        var before = before(actId);
        if (!acts.end(actId)) {
            throw new NothingToUndo();
        }
        var ticket = both.getFirst();
        var into = both.getLast();
        placing.lay(placing.placed(actId), ticket.id());
        lettingIn.undo(actId, into.id(), before.lastMessage());
        switch (act.kind()) {
            case MERGE -> {
                merging.apart(actId, ticket, into);
                drafts.undo(actId, ticket.id(), into.id());
                asBefore(act, before, into);
            }
            case SPLIT -> {
                splitting.together(into, ticket.id());
                drafts.along(into.id(), ticket.id());
                owed(ticket, into, before);
            }
            case MOVE -> asBefore(act, before, into);
        }
        placing.countAgain(ticket.id());
        placing.countAgain(into.id());
        told(act, by);
        return holding.row(id);
    }

    private Act live(long act) {
        return db.sql("select * from tickets.act where id = :act and undone_at is null")
                .param("act", act)
                .query(StoredActs::act)
                .optional()
                .orElseThrow(NothingToUndo::new);
    }

    private Before before(long act) {
        return db.sql("select * from tickets.act where id = :act")
                .param("act", act)
                .query((row, number) -> new Before(
                        Columns.choice(row, "ticket_state", TicketState.class),
                        Columns.choice(row, "into_before", TicketState.class),
                        Columns.choice(row, "into_after", TicketState.class),
                        row.getLong("last_message_id")))
                .single();
    }

    /** What the messages brought back is over again, unless there is another reason by now. */
    private void asBefore(Act act, Before before, Ticket into) {
        if (before.into() == before.intoAfter() || handedOn(act)) {
            return;
        }
        db.sql("""
                update tickets.ticket t
                   set state = a.into_before, resolved_at = a.into_resolved_at, closed_at = a.into_closed_at,
                       resolution_kind = a.into_resolution_kind, resolution_text = a.into_resolution_text,
                       resolution_evidence = a.into_resolution_evidence
                  from tickets.act a
                 where a.id = :act and t.id = :into and t.state = a.into_after
                   and not exists (select from tickets.message m
                                    where m.ticket_id = t.id and m.id > a.last_message_id and m.direction = 'in'
                                      and m.kind = 'message' and m.automatic is null)
                """).param("act", act.id()).param("into", into.id()).update();
    }

    /** Another ticket that is still owed something keeps it open; when that goes too, it is over again. */
    private boolean handedOn(Act act) {
        var owed = db.sql("""
                select exists (select from tickets.act a
                                where a.into_id = :into and a.undone_at is null and a.id > :act and a.kind <> 'split'
                                  and a.ticket_state in ('waiting', 'inWork', 'waitingForCustomer'))
                """)
                .param("into", act.into())
                .param("act", act.id())
                .query(Boolean.class)
                .single();
        db.sql("""
                update tickets.act later
                   set into_before = mine.into_before, into_resolved_at = mine.into_resolved_at,
                       into_closed_at = mine.into_closed_at, into_resolution_kind = mine.into_resolution_kind,
                       into_resolution_text = mine.into_resolution_text,
                       into_resolution_evidence = mine.into_resolution_evidence
                  from tickets.act mine
                 where mine.id = :act and later.id = (
                       select min(a.id) from tickets.act a
                        where a.into_id = mine.into_id and a.undone_at is null and a.id > mine.id
                          and a.kind <> 'split' and a.into_before = a.into_after and a.into_after = mine.into_after
                          and a.ticket_state in ('waiting', 'inWork', 'waitingForCustomer'))
                """).param("act", act.id()).update();
        return owed;
    }

    /** Resolved after the split, it is not over while what comes back is not. */
    private void owed(Ticket ticket, Ticket own, Before before) {
        if (ticket.state() != before.ticket()) {
            var next = PlacingRules.next(ticket.state(), ticket.technician() != null, own.state());
            if (next != ticket.state()) {
                holding.move(ticket, next);
            }
        }
    }

    private void told(Act act, Actor by) {
        var ticket = holding.row(act.ticket());
        var into = holding.row(act.into());
        var fact = Objects.requireNonNull(
                Map.of(Act.Kind.MERGE, "mergeUndone", Act.Kind.SPLIT, "splitUndone", Act.Kind.MOVE, "moveUndone")
                        .get(act.kind()));
        trace.leave(fact, ticket, by, new TicketEvent.Undone(ticket.id(), into.id()), Map.of("other", into.code()));
        trace.leave(fact, into, by, Map.of("other", ticket.code()));
    }
}
