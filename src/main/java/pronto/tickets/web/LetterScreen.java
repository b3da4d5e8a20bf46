package pronto.tickets.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Technician;
import pronto.tickets.Body;
import pronto.tickets.Desk;
import pronto.tickets.Tickets;
import pronto.tickets.work.LetterDrafts;
import pronto.ui.Act;
import pronto.ui.Go;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;

/** A technician writes first. */
@Controller
class LetterScreen {

    private final Desk desk;
    private final Tickets tickets;
    private final LetterDrafts drafts;

    LetterScreen(Desk desk, Tickets tickets, LetterDrafts drafts) {
        this.desk = desk;
        this.tickets = tickets;
        this.drafts = drafts;
    }

    @GetMapping("/tickets/new")
    @Needs(Right.WORK)
    View show(@RequestParam(defaultValue = "") String to, Technician me) {
        return drafts.find(me.id())
                .map(draft ->
                        new LetterView(words(draft.words(), to), ComposerViews.files(draft.files()), draft.savedAt()))
                .orElseGet(() -> new LetterView(new LetterDrafts.Words(to, "", "", ""), List.of(), null));
    }

    private static LetterDrafts.Words words(LetterDrafts.Words kept, String to) {
        return new LetterDrafts.Words(
                to.isBlank() ? kept.to() : to,
                kept.cc(),
                kept.subject(),
                Pictures.shown(kept.html(), LetterDesk.DRAFT));
    }

    @PostMapping("/tickets")
    View write(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String cc,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String html,
            Technician me,
            Act act) {
        var recipients = Addresses.read(to, "to");
        var copied = Addresses.read(cc, "cc");
        var written = act.once(() -> {
            var files = Pictures.standing(drafts.files(me.id()), html);
            var letter = new Desk.Letter(subject.strip(), new Body.Html(html), recipients, copied, files, me.id());
            var ticket = desk.write(letter, me.actor());
            drafts.discard(me.id());
            return ticket.id();
        });
        drafts.left(me.id(), new LetterDrafts.Words(to, cc, subject, html));
        return Go.to(Lane.ALL.path(tickets.ticket(written).code()));
    }
}
