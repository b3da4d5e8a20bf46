package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pronto.files.Files;
import pronto.runtime.Spelling;
import pronto.staff.Technician;
import pronto.tickets.Acts;
import pronto.tickets.Body;
import pronto.tickets.Desk;
import pronto.tickets.Message;
import pronto.tickets.Reply;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.tickets.Tickets;
import pronto.tickets.work.Drafts;
import pronto.tickets.work.Presence;
import pronto.ui.Act;
import pronto.ui.View;

/** Writing on a ticket: drafts that keep themselves, files laid on them, and what is sent in the end. */
@Controller
@RequestMapping("/tickets/{code}")
class Writing {

    private final Desk desk;
    private final Tickets tickets;
    private final Drafts drafts;
    private final Presence presence;
    private final TicketViews views;
    private final ComposerViews composers;
    private final Files kept;
    private final Acts acts;

    Writing(
            Desk desk,
            Tickets tickets,
            Drafts drafts,
            Presence presence,
            TicketViews views,
            ComposerViews composers,
            Files kept,
            Acts acts) {
        this.desk = desk;
        this.tickets = tickets;
        this.drafts = drafts;
        this.presence = presence;
        this.views = views;
        this.composers = composers;
        this.kept = kept;
        this.acts = acts;
    }

    @PutMapping("/draft/{kind}")
    View save(
            @PathVariable String code,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String html,
            @RequestParam(defaultValue = "") String nextUpdateAt,
            Technician me) {
        var ticket = tickets.byCode(code).id();
        var next = NextUpdates.draft(nextUpdateAt, me);
        var there = acts.leadsTo(ticket);
        // Whoever was writing when a colleague merged the ticket finds the text where things go on.
        if (there != ticket && isTheSame(there, ticket, me, kind(kind))) {
            drafts.save(there, me.id(), kind(kind), html, next);
        }
        drafts.save(ticket, me.id(), kind(kind), html, next);
        return View.none();
    }

    private boolean isTheSame(long there, long ticket, Technician me, Message.Kind kind) {
        return drafts.find(there, me.id(), kind)
                .map(Drafts.Draft::html)
                .equals(drafts.find(ticket, me.id(), kind).map(Drafts.Draft::html));
    }

    @PostMapping("/draft/{kind}/files")
    View attach(
            @PathVariable String code,
            @PathVariable String kind,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean inline,
            Technician me,
            HttpServletResponse response)
            throws IOException {
        var ticket = tickets.byCode(code);
        var upload = Uploads.of(file, inline, response);
        try (var bytes = file.getInputStream()) {
            drafts.attach(ticket.id(), me.id(), kind(kind), upload, bytes);
        }
        return files(ticket, me, kind);
    }

    @GetMapping("/draft/{kind}/pictures/{contentId}")
    ResponseEntity<InputStreamResource> picture(
            @PathVariable String code, @PathVariable String kind, @PathVariable String contentId, Technician me)
            throws IOException {
        return Pictures.served(laid(tickets.byCode(code), me, kind(kind)), contentId, kept);
    }

    @DeleteMapping("/draft/{kind}/files/{position}")
    View detach(@PathVariable String code, @PathVariable String kind, @PathVariable int position, Technician me) {
        var ticket = tickets.byCode(code);
        drafts.detach(ticket.id(), me.id(), kind(kind), position);
        return files(ticket, me, kind);
    }

    @PostMapping(path = "/messages", params = "kind=note")
    View note(@PathVariable String code, @RequestParam(defaultValue = "") String html, Technician me, Act act) {
        var ticket = tickets.byCode(code);
        act.once(() -> desk.note(
                        ticket.id(),
                        new Body.Html(html),
                        Pictures.standing(laid(ticket, me, Message.Kind.NOTE), html),
                        me.actor())
                .id());
        drafts.left(ticket.id(), me.id(), Message.Kind.NOTE, html);
        return views.news(tickets.ticket(ticket.id()), me);
    }

    @PostMapping(path = "/messages", params = "kind=message")
    View reply(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String html,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String cc,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String nextUpdateAt,
            Technician me,
            Act act,
            HttpServletResponse response) {
        var ticket = tickets.byCode(code);
        var recipients = Addresses.read(to, "to");
        var copied = Addresses.read(cc, "cc");
        var next = NextUpdates.read(nextUpdateAt, me);
        var sent = act.once(() -> desk.reply(
                        ticket.id(),
                        new Reply(
                                new Body.Html(html),
                                recipients,
                                copied,
                                Pictures.standing(laid(ticket, me, Message.Kind.MESSAGE), html),
                                state(then),
                                next),
                        me.actor())
                .id());
        drafts.left(ticket.id(), me.id(), Message.Kind.MESSAGE, html);
        response.setHeader("Pronto-Undo", "/tickets/" + ticket.code() + "/messages/" + sent);
        return views.news(tickets.ticket(ticket.id()), me);
    }

    /** Takes an answer back that has not left: its text is the draft again. */
    @DeleteMapping("/messages/{message}")
    View takeBack(@PathVariable String code, @PathVariable long message, Technician me) {
        var ticket = desk.takeBack(tickets.byCode(code).id(), message, me.actor());
        return views.view(ticket, me, Lane.ALL);
    }

    @PostMapping("/presence")
    View here(@PathVariable String code, @RequestParam String doing, Technician me) {
        presence.here(tickets.byCode(code).id(), me.id(), Spelling.read(Presence.Doing.class, doing));
        return View.none();
    }

    @DeleteMapping("/presence")
    View gone(@PathVariable String code, Technician me) {
        presence.gone(tickets.byCode(code).id(), me.id());
        return View.none();
    }

    private View files(Ticket ticket, Technician me, String kind) {
        return new DraftFilesView(ticket.code(), kind, composers.files(ticket, me, kind(kind)));
    }

    private List<Message.File> laid(Ticket ticket, Technician me, Message.Kind kind) {
        return drafts.find(ticket.id(), me.id(), kind).map(Drafts.Draft::files).orElse(List.of());
    }

    private static @Nullable TicketState state(String then) {
        return then.isBlank() ? null : Spelling.read(TicketState.class, then);
    }

    private static Message.Kind kind(String kind) {
        return Spelling.read(Message.Kind.class, kind);
    }
}
