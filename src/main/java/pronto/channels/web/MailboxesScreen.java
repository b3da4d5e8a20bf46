package pronto.channels.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import pronto.channels.email.imap.MailboxStates;
import pronto.ui.View;

/** The mailboxes, for whoever wonders where a mail is. */
@Controller
class MailboxesScreen {

    private final MailboxStates states;

    MailboxesScreen(MailboxStates states) {
        this.states = states;
    }

    @GetMapping("/settings/mailboxes")
    View show() {
        return new MailboxesView(states.all(), states.left());
    }
}
