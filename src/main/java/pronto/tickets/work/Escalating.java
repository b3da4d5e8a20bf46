package pronto.tickets.work;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.runtime.Spelling;
import pronto.staff.Role;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.staff.Tier;
import pronto.tickets.Escalation;
import pronto.tickets.Escalation.HandOver;
import pronto.tickets.Escalation.Reason;
import pronto.tickets.EscalationRefused;
import pronto.tickets.Escalations;
import pronto.tickets.TeamUnknown;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.TicketIsSpam;
import pronto.timeline.Actor;
import pronto.ui.Invalid;

/** From tier to tier: who cannot go on says why and what the next one must know; nothing of it reaches the customer. */
@Component
@Transactional
class Escalating implements Escalations {

    private static final int LONGEST = 10_000;
    private static final int MOST = 100;

    private final Holding holding;
    private final Pickup pickup;
    private final Passages passages;
    private final Staff staff;
    private final Trace trace;

    Escalating(Holding holding, Pickup pickup, Passages passages, Staff staff, Trace trace) {
        this.holding = holding;
        this.pickup = pickup;
        this.passages = passages;
        this.staff = staff;
        this.trace = trace;
    }

    @Override
    public Ticket escalate(long id, long team, HandOver handOver, Actor by) {
        var held = holding.openTicket(id);
        if (held.spam()) {
            throw new TicketIsSpam(held.code());
        }
        var said = fit(handOver);
        var from = team(held.team());
        var to = staff.team(team).filter(there -> !there.removed()).orElseThrow(() -> new TeamUnknown("team"));
        refuse(from, to, said);
        return pass(held, to, null, said, by, "escalated");
    }

    private void refuse(Team from, Team to, HandOver said) {
        if (to.id() == from.id()) {
            throw EscalationRefused.sameTeam(to.name());
        }
        if (!from.tier().mayHandTo(to.tier())) {
            throw EscalationRefused.downwards(to.name());
        }
        var skill = said.skill();
        if (skill != null && !skillsOf(to).contains(skill)) {
            var able = staff.teams().stream()
                    .filter(team -> team.id() != from.id() && skillsOf(team).contains(skill))
                    .map(Team::name)
                    .collect(Collectors.joining(", "));
            throw EscalationRefused.withoutSkill(to.name(), skill, able);
        }
    }

    @Override
    public Ticket giveBack(long id, String why, Actor by) {
        var held = holding.openTicket(id);
        var said = fit(new HandOver(Reason.RETURNED, null, why, null, null, null));
        var came = cameBy(held).orElseThrow(() -> EscalationRefused.nothingToReturn(held.code()));
        var to = team(came.fromTeam());
        if (to.removed()) {
            throw EscalationRefused.teamGone(to.name());
        }
        return pass(held, to, stillThere(came.fromTechnician()), said, by, "escalationReturned");
    }

    private Ticket pass(Ticket held, Team to, @Nullable Long technician, HandOver said, Actor by, String fact) {
        passages.write(held, to.id(), technician, said, by.name());
        var ticket = pickup.handOver(held, to.id(), technician);
        var told = new HashMap<String, Object>(Map.of(
                "from", team(held.team()).name(),
                "team", to.name(),
                "reason", Spelling.of(said.reason()),
                "skill", Objects.requireNonNullElse(said.skill(), ""),
                "note", said.note()));
        trace.leaveInside(
                fact,
                ticket,
                by,
                new TicketEvent.Reassigned(ticket.id(), to.id(), technician),
                Trace.moved(held, ticket, told));
        return ticket;
    }

    @Override
    public Ticket undo(long id, Actor by) {
        var held = holding.openTicket(id);
        var last = latest(held).orElseThrow(() -> EscalationRefused.movedOn(held.code()));
        if (!Objects.equals(held.technician(), last.toTechnician())) {
            throw EscalationRefused.movedOn(held.code());
        }
        if (team(last.fromTeam()).removed()) {
            throw EscalationRefused.teamGone(team(last.fromTeam()).name());
        }
        passages.undo(last);
        var technician = stillThere(last.fromTechnician());
        var ticket = pickup.handOver(held, last.fromTeam(), technician);
        trace.leaveInside(
                "escalationUndone",
                ticket,
                by,
                new TicketEvent.Reassigned(id, ticket.team(), technician),
                Trace.moved(
                        held,
                        ticket,
                        Map.of(
                                "from",
                                team(held.team()).name(),
                                "team",
                                team(ticket.team()).name())));
        return ticket;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Escalation> of(long ticket, int limit) {
        return passages.of(ticket, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Escalation> latest(Ticket ticket) {
        return passages.of(ticket.id(), 1).stream()
                .filter(last -> last.handedOver() && last.toTeam() == ticket.team())
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Escalation> cameBy(Ticket ticket) {
        return passages.of(ticket.id(), MOST).stream()
                .filter(passage -> !passage.returned() && passage.handedOver() && passage.toTeam() == ticket.team())
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Team> suggested(Ticket ticket, @Nullable String skill) {
        var from = team(ticket.team());
        var needed = skill == null || skill.isBlank() ? null : spelled(skill);
        return staff.teams().stream()
                .filter(team -> team.id() != from.id() && from.tier().mayHandTo(team.tier()))
                .sorted(Comparator.comparing(
                                (Team team) -> needed == null || !skillsOf(team).contains(needed))
                        .thenComparing(team -> rank(from.tier(), team.tier()))
                        .thenComparing(team -> !team.languages().contains(ticket.language()))
                        .thenComparing(Team::name))
                .toList();
    }

    /** The next tier first, then further ones, specialists, and at last a team beside. */
    private static int rank(Tier from, Tier to) {
        return from.isBelow(to) ? to.ordinal() - from.ordinal() : Tier.values().length;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> skills() {
        return Stream.concat(
                        staff.teams().stream().flatMap(team -> team.skills().stream()),
                        staff.technicians().stream()
                                .filter(one -> !one.teams().isEmpty())
                                .flatMap(one -> one.skills().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Bounced> bounced(int limit) {
        return passages.bounced(limit);
    }

    @Override
    @Transactional(readOnly = true)
    public int howManyBounced(int most) {
        return passages.howManyBounced(most);
    }

    /** What a team has of itself, and what its people bring. */
    private List<String> skillsOf(Team team) {
        return Stream.concat(
                        team.skills().stream(),
                        staff.technicians().stream()
                                .filter(one -> one.teams().contains(team.id()))
                                .flatMap(one -> one.skills().stream()))
                .toList();
    }

    private Team team(long id) {
        return staff.team(id).orElseThrow(() -> new TeamUnknown("team"));
    }

    private @Nullable Long stillThere(@Nullable Long technician) {
        return technician == null
                ? null
                : staff.technician(technician)
                        .filter(one -> one.leftAt() == null && !one.away() && one.role() != Role.AUDITOR)
                        .map(one -> one.id())
                        .orElse(null);
    }

    private static HandOver fit(HandOver said) {
        var skill = text("skill", said.skill());
        return new HandOver(
                said.reason(),
                skill == null ? null : spelled(skill),
                Invalid.required(text("note", said.note()), "note"),
                text("tried", said.tried()),
                text("seen", said.seen()),
                text("reproduce", said.reproduce()));
    }

    private static @Nullable String text(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var text = typed.strip().replace("\0", "");
        if (text.length() > LONGEST) {
            throw new Invalid("text-too-long", field, Map.of("field", field, "longest", LONGEST));
        }
        return text;
    }

    private static String spelled(String skill) {
        return skill.strip().toLowerCase(Locale.ROOT);
    }
}
