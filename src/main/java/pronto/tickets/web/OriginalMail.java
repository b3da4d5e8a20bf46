package pronto.tickets.web;

import java.io.IOException;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pronto.channels.IncomingMails;
import pronto.tickets.Conversation;
import pronto.tickets.Tickets;
import pronto.tickets.work.Lanes;
import pronto.ui.Needs;
import pronto.ui.NotFound;
import pronto.ui.Right;

/** A mail as it came, to be kept and looked at elsewhere: never opened as a page of ours, whatever it says it is. */
@Controller
@Needs(Right.WORK)
class OriginalMail {

    private final Tickets tickets;
    private final Conversation conversation;
    private final Lanes lanes;
    private final IncomingMails mails;

    OriginalMail(Tickets tickets, Conversation conversation, Lanes lanes, IncomingMails mails) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.lanes = lanes;
        this.mails = mails;
    }

    @GetMapping("/tickets/{code}/messages/{id}/original")
    ResponseEntity<InputStreamResource> ofTicket(@PathVariable String code, @PathVariable long id) throws IOException {
        var ticket = tickets.byCode(code);
        var message = conversation.message(ticket.id(), id).orElseThrow(NotFound::new);
        if (message.incoming() == null) {
            throw new NotFound();
        }
        return kept(message.incoming(), ticket.code() + "-" + id);
    }

    @GetMapping("/unfiled/{incoming}/original")
    ResponseEntity<InputStreamResource> unfiled(@PathVariable long incoming) throws IOException {
        if (!lanes.isUnfiled(incoming)) {
            throw new NotFound();
        }
        return kept(incoming, "mail-" + incoming);
    }

    private ResponseEntity<InputStreamResource> kept(long incoming, String name) throws IOException {
        var raw = mails.raw(incoming);
        return ResponseEntity.ok()
                .header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".eml\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .contentLength(raw.size())
                .body(new InputStreamResource(raw.bytes()));
    }
}
