package pronto.tickets.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.channels.Trust;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.staff.Technician;
import pronto.tickets.Acts;
import pronto.tickets.Escalation;
import pronto.tickets.Escalations;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.tickets.Tickets;
import pronto.tickets.clocks.ClockKind;
import pronto.tickets.clocks.TicketClocks;
import pronto.tickets.intake.AnswersByMail;
import pronto.tickets.work.Colleagues;
import pronto.tickets.work.Presence;
import pronto.ui.Avatar;

/** Draws one ticket: head, conversation, composer, and who it is about. */
@Component
class TicketViews {

    private static final int PASSAGES = 20;

    private final Tickets tickets;
    private final Staff staff;
    private final Presence presence;
    private final TalkViews talks;
    private final ComposerViews composers;
    private final SideViews sides;
    private final AnswersByMail answers;
    private final Colleagues colleagues;
    private final Acts acts;
    private final TicketClocks clocks;
    private final InstantSource time;
    private final Escalations escalations;

    TicketViews(
            Tickets tickets,
            Staff staff,
            Presence presence,
            TalkViews talks,
            ComposerViews composers,
            SideViews sides,
            AnswersByMail answers,
            Colleagues colleagues,
            Acts acts,
            TicketClocks clocks,
            InstantSource time,
            Escalations escalations) {
        this.tickets = tickets;
        this.staff = staff;
        this.presence = presence;
        this.talks = talks;
        this.composers = composers;
        this.sides = sides;
        this.answers = answers;
        this.colleagues = colleagues;
        this.acts = acts;
        this.clocks = clocks;
        this.time = time;
        this.escalations = escalations;
    }

    TicketView view(Ticket ticket, Technician me, Lane lane) {
        return new TicketView(
                head(ticket, me, lane),
                talks.latest(ticket),
                ticket.spam() || ticket.merged() ? null : composers.view(ticket, me),
                sides.view(ticket));
    }

    /** What every act of ours may have changed. */
    TicketNews news(Ticket ticket, Technician me) {
        return new TicketNews(head(ticket, me, Lane.ALL), talks.latest(ticket), sides.view(ticket));
    }

    HeadView head(Ticket ticket, Technician me, Lane lane) {
        var holder = ticket.technician() == null
                ? null
                : staff.technician(ticket.technician()).orElse(null);
        var away = holder != null && (holder.away() || holder.leftAt() != null);
        var turn = QueueRow.turn(
                ticket.state(), ticket.lastFromCustomer() || ticket.undelivered() == Ticket.Undelivered.LOST);
        return new HeadView(
                ticket.id(),
                ticket.code(),
                ticket.subject(),
                ticket.state().name(),
                ticket.priority(),
                staff.team(ticket.team()).map(Team::name).orElse(""),
                Avatar.of(holder == null ? null : holder.name()),
                Objects.equals(ticket.technician(), me.id()),
                ticket.unknown(),
                ticket.openedAt(),
                turn,
                since(ticket, turn),
                clocks(ticket),
                presence.on(ticket.id(), me.id()).stream()
                        .map(here -> new HeadView.Here(
                                Avatar.of(here.name()), first(here.name()), here.doing() == Presence.Doing.WRITING))
                        .toList(),
                notices(ticket, away && holder != null ? holder.name() : null),
                acts(ticket, away && !Objects.equals(ticket.technician(), me.id())),
                answers.address(ticket, me),
                takeOver(ticket, me, away),
                handOver(ticket),
                lane.path());
    }

    /** Those of an open ticket; that somebody has taken it is seen without a clock. */
    private List<ClockCard> clocks(Ticket ticket) {
        var now = time.instant();
        return !ticket.state().open() || ticket.spam()
                ? List.of()
                : clocks.of(ticket.id()).stream()
                        .filter(clock -> clock.kind() != ClockKind.PICKUP
                                || !clock.clock().stopped())
                        .map(clock -> ClockCard.of(clock, now))
                        .toList();
    }

    /** What the team before says, as long as the ticket lies where it was handed to. */
    private @Nullable HandOverView handOver(Ticket ticket) {
        if (!ticket.state().open() || ticket.spam()) {
            return null;
        }
        var passages = escalations.of(ticket.id(), PASSAGES).stream()
                .filter(Escalation::handedOver)
                .toList();
        var latest = passages.isEmpty() ? null : escalations.latest(ticket).orElse(null);
        if (latest == null) {
            return null;
        }
        return new HandOverView(
                passage(latest),
                passages.stream().skip(1).map(this::passage).toList(),
                escalations.cameBy(ticket).map(came -> name(came.fromTeam())).orElse(null),
                Objects.equals(ticket.technician(), latest.toTechnician()));
    }

    private HandOverView.Passage passage(Escalation one) {
        return HandOverView.Passage.of(one, name(one.fromTeam()), name(one.toTeam()));
    }

    private String name(long team) {
        return staff.team(team).map(Team::name).orElse("");
    }

    private static Instant since(Ticket ticket, QueueRow.Turn turn) {
        return switch (turn) {
            case FOR_PICKUP -> ticket.openedAt();
            case FOR_ANSWER, IN_WORK, FOR_CUSTOMER -> ticket.lastMessageAt();
            case DONE ->
                ticket.resolvedAt() != null
                        ? ticket.resolvedAt()
                        : ticket.closedAt() != null ? ticket.closedAt() : ticket.updatedAt();
        };
    }

    /** How one takes what a colleague has, with one press; what nobody has, or who has it is away, is simply taken. */
    private static @Nullable String takeOver(Ticket ticket, Technician me, boolean away) {
        return ticket.technician() == null
                        || ticket.technician() == me.id()
                        || away
                        || !ticket.state().open()
                        || ticket.spam()
                ? null
                : "/tickets/" + ticket.code() + "/assignment?team=" + ticket.team() + "&technician=" + me.id();
    }

    private static HeadView.Acts acts(Ticket ticket, boolean offered) {
        var state = ticket.state();
        var open = state.open() && !ticket.spam();
        var held = ticket.technician() != null;
        return new HeadView.Acts(
                open && (!held || offered),
                open && held,
                open,
                open && state != TicketState.WAITING_FOR_CUSTOMER && held,
                open,
                open,
                state == TicketState.RESOLVED && !ticket.merged(),
                !state.open() && !ticket.spam() && !ticket.merged(),
                !ticket.spam() && !ticket.merged(),
                ticket.spam(),
                !ticket.spam() && !ticket.merged());
    }

    private List<HeadView.Notice> notices(Ticket ticket, @Nullable String away) {
        var notices = new ArrayList<HeadView.Notice>();
        if (ticket.spam()) {
            notices.add(HeadView.Notice.of("bad", "shield-alert", "tickets.notice.spam", ""));
            return notices;
        }
        if (ticket.merged()) {
            notices.add(towards("tickets.notice.merged", tickets.ticket(acts.leadsTo(ticket.id()))));
            return notices;
        }
        if (ticket.recognised().trust() == Trust.FAILED) {
            notices.add(HeadView.Notice.of("bad", "shield-alert", "tickets.notice.failed", ""));
        }
        if (ticket.undelivered() != null) {
            notices.add(undelivered(ticket, ticket.undelivered()));
        }
        var posing =
                colleagues.posing(ticket.reporter().email(), ticket.recognised().trust());
        if (posing) {
            notices.add(HeadView.Notice.of(
                    "bad",
                    "shield-alert",
                    "tickets.notice.posing",
                    Objects.requireNonNull(ticket.reporter().email())));
        } else if (ticket.unknown() && ticket.state().open()) {
            notices.add(HeadView.Notice.of("warn", "shield-question-mark", "tickets.notice.unknown", ""));
        }
        if (away != null) {
            notices.add(HeadView.Notice.of("info", "user-x", "tickets.notice.offered", away));
        }
        if (ticket.claims() != null) {
            notices.add(claim(ticket, tickets.ticket(acts.leadsTo(ticket.claims()))));
        }
        if (ticket.continues() != null) {
            notices.add(towards("tickets.notice.continues", tickets.ticket(ticket.continues())));
        }
        return notices;
    }

    private static HeadView.Notice undelivered(Ticket ticket, Ticket.Undelivered how) {
        var seen = "/tickets/" + ticket.code() + "/undelivered";
        return switch (how) {
            case LATE -> new HeadView.Notice("warn", "hourglass", "tickets.notice.late", "", null, seen, null);
            case LOST -> new HeadView.Notice("bad", "mail-warning", "tickets.notice.lost", "", null, seen, null);
        };
    }

    /** One whose sender is not disproven is joined to it with one act; any other only by who looks for it. */
    private static HeadView.Notice claim(Ticket ticket, Ticket claimed) {
        var joins = ticket.recognised().trust() != Trust.FAILED
                && claimed.id() != ticket.id()
                && !claimed.spam()
                && (ticket.unknown() || Objects.equals(ticket.customer(), claimed.customer()));
        return new HeadView.Notice(
                "info",
                "link",
                "tickets.notice.claims",
                claimed.code(),
                Lane.ALL.path(claimed.code()),
                null,
                joins ? "/tickets/" + ticket.code() + "/merge" : null);
    }

    private static HeadView.Notice towards(String word, Ticket other) {
        return new HeadView.Notice("info", "link", word, other.code(), Lane.ALL.path(other.code()), null, null);
    }

    static String first(String name) {
        var space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
