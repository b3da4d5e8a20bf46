package pronto.tickets.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.tickets.Conversation;
import pronto.tickets.Tickets;
import pronto.ui.NotFound;

/** A message as it was sent, for a frame that runs nothing. */
@Controller
class MessageFrame {

    private final Tickets tickets;
    private final Conversation conversation;

    MessageFrame(Tickets tickets, Conversation conversation) {
        this.tickets = tickets;
        this.conversation = conversation;
    }

    @GetMapping("/tickets/{code}/messages/{id}/html")
    ResponseEntity<String> show(
            @PathVariable String code, @PathVariable long id, @RequestParam(defaultValue = "0") boolean images) {
        var ticket = tickets.byCode(code);
        var message = conversation.message(ticket.id(), id).orElseThrow(NotFound::new);
        if (message.html() == null) {
            throw new NotFound();
        }
        return FramedMail.of(
                message.html(),
                ticket.language(),
                images,
                named -> message.attachments().stream()
                        .filter(one -> one.contentId() != null
                                && FramedMail.bare(one.contentId()).equals(named))
                        .findFirst()
                        .map(one -> "/tickets/" + ticket.code() + "/attachments/" + one.id()));
    }
}
