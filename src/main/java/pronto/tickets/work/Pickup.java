package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.staff.Role;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.staff.Technician;
import pronto.tickets.Escalation.HandOver;
import pronto.tickets.Escalation.Reason;
import pronto.tickets.NobodyHasIt;
import pronto.tickets.NothingWaits;
import pronto.tickets.TeamUnknown;
import pronto.tickets.TechnicianUnknown;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.TicketNotOpen;
import pronto.tickets.TicketTaken;
import pronto.timeline.Actor;

/** Whose hands a ticket is in: taking it, giving it back, handing it on. Only our own people can hold one. */
@Component
class Pickup {

    private final JdbcClient db;
    private final Holding holding;
    private final Passages passages;
    private final Staff staff;
    private final Trace trace;
    private final Queue queue;

    Pickup(JdbcClient db, Holding holding, Passages passages, Staff staff, Trace trace, Queue queue) {
        this.db = db;
        this.holding = holding;
        this.passages = passages;
        this.staff = staff;
        this.trace = trace;
        this.queue = queue;
    }

    Ticket pickUp(long id, long technician, Actor by) {
        var whom = ourOwn(technician);
        var won = claim(id, technician);
        if (won.isEmpty()) {
            return lost(id, technician);
        }
        var ticket = won.get();
        trace.leave(
                "pickedUp", ticket, by, new TicketEvent.PickedUp(id, technician), Map.of("technician", whom.name()));
        return ticket;
    }

    /** Held from here on, so that whoever asks at the same moment gets the one behind it. */
    Ticket next(long technician, List<Long> teams, Actor by) {
        return pickUp(queue.hold(teams).orElseThrow(NothingWaits::new), technician, by);
    }

    /** Only one of two who press at once wins: the database decides. Who is away holds nothing against the others. */
    private Optional<Ticket> claim(long id, long technician) {
        return db.sql("""
                update tickets.ticket t
                   set technician_id = :technician, picked_up_at = coalesce(picked_up_at, :now),
                       state = case when state = 'waiting' then 'inWork' else state end,
                       version = version + 1, updated_at = :now
                 where id = :id and state in ('waiting', 'inWork', 'waitingForCustomer')
                   and technician_id is distinct from :technician
                   and (technician_id is null
                        or exists (select from staff.technician h
                                    where h.id = t.technician_id
                                      and (h.away_since is not null or h.left_at is not null)))
                returning *
                """)
                .param("technician", technician)
                .param("now", utc(holding.now()))
                .param("id", id)
                .query(TicketRows::ticket)
                .optional();
    }

    private Ticket lost(long id, long technician) {
        var ticket = holding.ticket(id);
        var holder = ticket.technician();
        if (!ticket.state().open() || holder == null) {
            throw new TicketNotOpen(ticket.code());
        }
        if (holder == technician) {
            return ticket;
        }
        throw new TicketTaken(
                ticket.code(), staff.technician(holder).map(Technician::name).orElse("?"));
    }

    Ticket release(long id, Actor by) {
        var held = holding.openTicket(id);
        if (held.technician() == null) {
            throw new NobodyHasIt(held.code());
        }
        var ticket = handOver(held, held.team(), null);
        trace.leave("released", ticket, by, new TicketEvent.Released(id), Trace.moved(held, ticket, Map.of()));
        return ticket;
    }

    Ticket reassign(long id, @Nullable Long team, @Nullable Long technician, Actor by) {
        var held = holding.openTicket(id);
        var whom = technician == null ? null : ourOwn(technician);
        var where = team == null
                ? null
                : staff.team(team).filter(there -> !there.removed()).orElseThrow(() -> new TeamUnknown("team"));
        if (where != null && where.id() != held.team()) {
            passages.write(held, where.id(), technician, HandOver.silent(Reason.REASSIGNED), by.name());
        }
        var ticket = handOver(held, where == null ? held.team() : where.id(), technician);
        trace.leave(
                "reassigned",
                ticket,
                by,
                new TicketEvent.Reassigned(id, ticket.team(), technician),
                Trace.moved(held, ticket, told(where, whom)));
        return ticket;
    }

    private static Map<String, Object> told(@Nullable Team team, @Nullable Technician technician) {
        var told = new HashMap<String, Object>();
        told.put("team", team == null ? "" : team.name());
        told.put("technician", technician == null ? "" : technician.name());
        return told;
    }

    Ticket handOver(Ticket held, long team, @Nullable Long technician) {
        return db.sql("""
                update tickets.ticket
                   set team_id = :team, technician_id = :technician,
                       picked_up_at = case when :technician::bigint is null then picked_up_at
                                           else coalesce(picked_up_at, :now) end,
                       state = case when state = 'waitingForCustomer' then state
                                    when :technician::bigint is null then 'waiting' else 'inWork' end,
                       version = version + 1, updated_at = :now
                 where id = :id
                returning *
                """)
                .param("team", team)
                .param("technician", technician)
                .param("now", utc(holding.now()))
                .param("id", held.id())
                .query(TicketRows::ticket)
                .single();
    }

    private Technician ourOwn(long technician) {
        return staff.technician(technician)
                .filter(one -> one.leftAt() == null && one.role() != Role.AUDITOR)
                .orElseThrow(() -> new TechnicianUnknown("technician"));
    }
}
