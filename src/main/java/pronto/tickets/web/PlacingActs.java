package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.Act;
import pronto.tickets.Acts;
import pronto.tickets.Conversation;
import pronto.tickets.Desk;
import pronto.tickets.Message;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.NotFound;
import pronto.ui.Said;
import pronto.ui.Text;
import pronto.ui.View;

/** Merges, splits and moves: each says at the foot of the screen how it is undone. */
@Controller
@RequestMapping("/tickets/{code}")
class PlacingActs {

    private static final int LINES = 100;
    private static final int EXCERPT = 140;

    private final Desk desk;
    private final Tickets tickets;
    private final Acts acts;
    private final Conversation conversation;
    private final Targets targets;
    private final TicketViews views;
    private final Staff staff;

    PlacingActs(
            Desk desk,
            Tickets tickets,
            Acts acts,
            Conversation conversation,
            Targets targets,
            TicketViews views,
            Staff staff) {
        this.desk = desk;
        this.tickets = tickets;
        this.acts = acts;
        this.conversation = conversation;
        this.targets = targets;
        this.views = views;
        this.staff = staff;
    }

    @GetMapping("/targets")
    View targets(@PathVariable String code, @RequestParam(defaultValue = "") String q) {
        return targets.of(tickets.byCode(code), q);
    }

    @GetMapping("/dialogs/merge")
    View mergeDialog(@PathVariable String code) {
        var ticket = tickets.byCode(code);
        return new TargetDialog(
                ticket.code(),
                "tickets.merge.title",
                "/tickets/" + ticket.code() + "/merge",
                "#work",
                null,
                targets.of(ticket, ""));
    }

    @GetMapping("/dialogs/move")
    View moveDialog(@PathVariable String code, @RequestParam long message) {
        var ticket = tickets.byCode(code);
        var moved = conversation.message(ticket.id(), message).orElseThrow(NotFound::new);
        return new TargetDialog(
                ticket.code(),
                "tickets.move.title",
                "/tickets/" + ticket.code() + "/messages/" + message + "/move",
                "#work",
                excerpt(moved),
                targets.of(ticket, ""));
    }

    @GetMapping("/dialogs/split")
    View splitDialog(@PathVariable String code) {
        var ticket = tickets.byCode(code);
        return new SplitDialog(
                ticket.code(),
                conversation.of(ticket.id(), null, LINES).reversed().stream()
                        .map(one ->
                                new SplitDialog.Line(one.id(), writer(one), one.receivedAt(), excerpt(one), one.note()))
                        .toList());
    }

    @PostMapping("/merge")
    View merge(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String into,
            Technician me,
            Text text,
            HttpServletResponse response) {
        var ticket = tickets.byCode(code);
        var target = target(into);
        desk.merge(ticket.id(), target.id(), me.actor());
        said(
                response,
                text.of("tickets.merge.done", "code", ticket.code(), "into", target.code()),
                target,
                acts.merge(ticket.id()).orElse(null));
        return shown(target, me, response);
    }

    @PostMapping("/messages/{message}/move")
    View move(
            @PathVariable String code,
            @PathVariable long message,
            @RequestParam(defaultValue = "") String into,
            Technician me,
            Text text,
            HttpServletResponse response) {
        var target = target(into);
        var ticket = desk.move(tickets.byCode(code).id(), message, target.id(), me.actor());
        said(
                response,
                text.of("tickets.move.done", "into", target.code()),
                ticket,
                acts.move(message).orElse(null));
        return shown(ticket, me, response);
    }

    @PostMapping("/split")
    View split(
            @PathVariable String code,
            @RequestParam(name = "message", defaultValue = "") List<Long> messages,
            @RequestParam(defaultValue = "") String subject,
            Technician me,
            Text text,
            HttpServletResponse response) {
        var ticket = tickets.byCode(code);
        var own = desk.split(ticket.id(), messages, subject, me.actor());
        said(
                response,
                text.of("tickets.split.done", "count", messages.size(), "code", own.code()),
                own,
                acts.split(own.id()).orElse(null));
        return shown(own, me, response);
    }

    @DeleteMapping("/acts/{act}")
    View undo(
            @PathVariable String code,
            @PathVariable long act,
            @RequestParam(defaultValue = "") String then,
            Technician me,
            Text text,
            HttpServletResponse response) {
        var after = desk.undo(tickets.byCode(code).id(), act, me.actor());
        if (then.equals("timeline")) {
            return Go.to("/tickets/" + after.code() + "/timeline");
        }
        if (after.merged()) {
            return Go.to(Lane.ALL.path(tickets.ticket(acts.leadsTo(after.id())).code()));
        }
        Said.say(response, text.of("tickets.place.undone"), null);
        return views.news(after, me);
    }

    private Ticket target(String code) {
        return Codes.typed(code, tickets).orElseThrow(() -> new Invalid("no-such-ticket", "into"));
    }

    private static void said(HttpServletResponse response, String sentence, Ticket there, @Nullable Act act) {
        Said.say(response, sentence, act == null ? null : "DELETE " + path(there.code(), act));
    }

    static String path(String code, Act act) {
        return "/tickets/" + code + "/acts/" + act.id();
    }

    private View shown(Ticket ticket, Technician me, HttpServletResponse response) {
        response.setHeader("HX-Push-Url", Lane.ALL.path(ticket.code()));
        return views.view(tickets.ticket(ticket.id()), me, Lane.ALL);
    }

    private String writer(Message message) {
        if (message.technician() != null) {
            return staff.technician(message.technician()).map(Technician::name).orElse("");
        }
        var from = message.from();
        return from == null ? "" : from.name() == null || from.name().isBlank() ? from.address() : from.name();
    }

    private static String excerpt(Message message) {
        var words = message.text().strip().replaceAll("\\s+", " ");
        return words.codePointCount(0, words.length()) > EXCERPT
                ? words.substring(0, words.offsetByCodePoints(0, EXCERPT)) + "…"
                : words;
    }
}
