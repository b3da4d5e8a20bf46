package pronto.tickets.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.tickets.Escalation;
import pronto.tickets.Escalation.HandOver;
import pronto.tickets.Escalation.Mark;
import pronto.tickets.Escalation.Reason;
import pronto.tickets.Escalations;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.clocks.ClockKind;
import pronto.tickets.clocks.MarkPassed;
import pronto.timeline.Actor;
import pronto.timeline.Entry;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/**
 * What a clock runs down on with nobody's move goes to the next tier by itself, where its team wants that: nobody has it,
 * or whoever has it did nothing since the clock began and since their team got it. Each mark counts once for ever.
 */
@Component
class LeftAlone implements MarkPassed {

    private static final int LOOKED_AT = 100;

    /** What starts such a clock is written down a moment after it: it is no move. */
    private static final Duration STARTING = Duration.ofSeconds(30);

    private static final Set<String> CAME =
            Set.of("tickets.escalated", "tickets.escalatedByItself", "tickets.escalationReturned");

    private final JdbcClient db;
    private final Holding holding;
    private final Escalations escalations;
    private final Passages passages;
    private final Pickup pickup;
    private final Staff staff;
    private final Timeline timeline;
    private final Trace trace;

    LeftAlone(
            JdbcClient db,
            Holding holding,
            Escalations escalations,
            Passages passages,
            Pickup pickup,
            Staff staff,
            Timeline timeline,
            Trace trace) {
        this.db = db;
        this.holding = holding;
        this.escalations = escalations;
        this.passages = passages;
        this.pickup = pickup;
        this.staff = staff;
        this.timeline = timeline;
        this.trace = trace;
    }

    @Override
    public void passed(Passed mark) {
        var held = holding.row(mark.ticket());
        var from = staff.team(held.team()).orElseThrow();
        var at = from.escalatesAt();
        if (at == null || mark.percent() < at || !held.state().open() || held.merged() || held.spam()) {
            return;
        }
        if (cameAfter(held, mark.at()) || moved(held, mark.kind(), mark.since())) {
            return;
        }
        above(held, from)
                .ifPresent(
                        to -> hand(held, from, to, new Mark(Spelling.of(mark.kind()), mark.round(), mark.percent())));
    }

    /** What was late before a team got it is not its own doing: it has until the next mark. */
    private boolean cameAfter(Ticket held, Instant passed) {
        return passages.of(held.id(), 1).stream().anyMatch(last -> last.at().isAfter(passed));
    }

    /** The likeliest team of a tier above; specialists only get what somebody gives them. */
    private Optional<Team> above(Ticket held, Team from) {
        var skill = escalations
                .latest(held)
                .map(Escalation::handOver)
                .map(HandOver::skill)
                .orElse(null);
        return escalations.suggested(held, skill).stream()
                .filter(to -> from.tier().isLevelBelow(to.tier()))
                .findFirst();
    }

    private void hand(Ticket held, Team from, Team to, Mark mark) {
        var said = HandOver.silent(Reason.NOBODY_MOVED);
        if (!passages.write(held, to.id(), null, said, mark, Actor.PRONTO.name())) {
            return;
        }
        var ticket = pickup.handOver(held, to.id(), null);
        trace.leaveInside(
                "escalatedByItself",
                ticket,
                Actor.PRONTO,
                new TicketEvent.Reassigned(ticket.id(), to.id(), null),
                Trace.moved(
                        held,
                        ticket,
                        Map.of(
                                "from", from.name(),
                                "team", to.name(),
                                "clock", mark.clock(),
                                "percent", mark.percent())));
    }

    private boolean moved(Ticket held, ClockKind kind, Instant since) {
        var start = kind == ClockKind.UPDATE || kind == ClockKind.RESOLUTION ? since.plus(STARTING) : since;
        return writing(held, since) || somebodyHas(held) && acted(held, start);
    }

    private boolean writing(Ticket held, Instant since) {
        return db.sql("select exists (select from tickets.draft where ticket_id = :ticket and saved_at > :since)")
                .param("ticket", held.id())
                .param("since", Columns.utc(since))
                .query(Boolean.class)
                .single();
    }

    private boolean somebodyHas(Ticket held) {
        return held.technician() != null
                && staff.technician(held.technician())
                        .filter(one -> !one.away() && one.leftAt() == null)
                        .isPresent();
    }

    private boolean acted(Ticket held, Instant since) {
        for (var entry : timeline.of(new Subject(Trace.KIND, held.id()), null, LOOKED_AT)) {
            if (entry.at().isBefore(since) || came(entry)) {
                return false;
            }
            if (ours(entry)) {
                return true;
            }
        }
        return false;
    }

    private static boolean came(Entry entry) {
        return CAME.contains(entry.kind())
                || entry.kind().equals("tickets.reassigned")
                        && !Objects.requireNonNullElse(entry.data().get("team"), "")
                                .equals("");
    }

    private static boolean ours(Entry entry) {
        return switch (entry.actor().kind()) {
            case TECHNICIAN, TOKEN -> !entry.kind().equals("tickets.opened");
            case CONTACT, PRONTO -> false;
        };
    }
}
