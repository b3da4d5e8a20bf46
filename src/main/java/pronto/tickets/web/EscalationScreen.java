package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.staff.Technician;
import pronto.tickets.Escalation.HandOver;
import pronto.tickets.Escalation.Reason;
import pronto.tickets.EscalationRefused;
import pronto.tickets.Escalations;
import pronto.tickets.TeamUnknown;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.ui.Invalid;
import pronto.ui.Said;
import pronto.ui.Text;
import pronto.ui.View;

/** Handing a ticket to the next tier and back: the dialogs, the acts, and the way to undo each. */
@Controller
@RequestMapping("/tickets/{code}")
class EscalationScreen {

    private static final List<String> REASONS =
            Stream.of(Reason.values()).filter(Reason::given).map(Spelling::of).toList();

    private final Escalations escalations;
    private final Tickets tickets;
    private final Staff staff;
    private final TicketViews views;

    EscalationScreen(Escalations escalations, Tickets tickets, Staff staff, TicketViews views) {
        this.escalations = escalations;
        this.tickets = tickets;
        this.staff = staff;
        this.views = views;
    }

    @GetMapping("/dialogs/escalate")
    View dialog(@PathVariable String code) {
        var ticket = tickets.byCode(code);
        return new EscalateDialog(ticket.code(), REASONS, escalations.skills(), teams(ticket, null));
    }

    @GetMapping("/escalation/teams")
    View teams(@PathVariable String code, @RequestParam(defaultValue = "") String skill) {
        return teams(tickets.byCode(code), skill);
    }

    private EscalateTeams teams(Ticket ticket, @Nullable String skill) {
        return new EscalateTeams(escalations.suggested(ticket, skill).stream()
                .map(team -> new EscalateTeams.Choice(
                        team.id(), team.name(), team.tier().text(), team.skills()))
                .toList());
    }

    @GetMapping("/dialogs/return")
    View returning(@PathVariable String code) {
        var ticket = tickets.byCode(code);
        var came = escalations.cameBy(ticket).orElseThrow(() -> EscalationRefused.nothingToReturn(ticket.code()));
        return new ReturnDialog(ticket.code(), name(came.fromTeam()));
    }

    @PostMapping("/escalation")
    View escalate(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(defaultValue = "causeNotFound") String reason,
            @RequestParam(defaultValue = "") String skill,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String tried,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reproduce,
            Technician me,
            Text text,
            HttpServletResponse response) {
        if (team == null) {
            throw new TeamUnknown("team");
        }
        var why = Stream.of(Reason.values())
                .filter(one -> one.given() && Spelling.of(one).equals(reason))
                .findFirst()
                .orElse(Reason.CAUSE_NOT_FOUND);
        if (why == Reason.NEEDS_SKILL && !escalations.skills().isEmpty()) {
            Invalid.required(skill, "skill");
        }
        var ticket = escalations.escalate(
                id(code), team, new HandOver(why, skill, note, tried, seen, reproduce), me.actor());
        Said.say(response, text.of("tickets.escalated", "team", name(ticket.team())), undo(ticket));
        return views.news(ticket, me);
    }

    @PostMapping("/return")
    View giveBack(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String note,
            Technician me,
            Text text,
            HttpServletResponse response) {
        var ticket = escalations.giveBack(id(code), note, me.actor());
        Said.say(response, text.of("tickets.returned", "team", name(ticket.team())), undo(ticket));
        return views.news(ticket, me);
    }

    @DeleteMapping("/escalation")
    View undo(@PathVariable String code, Technician me) {
        return views.news(escalations.undo(id(code), me.actor()), me);
    }

    private static String undo(Ticket ticket) {
        return "DELETE /tickets/" + ticket.code() + "/escalation";
    }

    private long id(String code) {
        return tickets.byCode(code).id();
    }

    private String name(long team) {
        return staff.team(team).map(Team::name).orElse("");
    }
}
