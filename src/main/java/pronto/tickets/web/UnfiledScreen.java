package pronto.tickets.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import pronto.tickets.work.Lanes;
import pronto.ui.View;

/** Mail that belongs to no ticket: automatic, of blocked senders, or unreadable. */
@Controller
class UnfiledScreen {

    private static final int PAGE = 100;

    private final Lanes lanes;

    UnfiledScreen(Lanes lanes) {
        this.lanes = lanes;
    }

    @GetMapping("/unfiled")
    View show() {
        return new UnfiledView(lanes.unfiled(null, PAGE).stream()
                .map(mail -> new UnfiledView.Row(
                        mail.incoming(),
                        mail.fromName() != null ? mail.fromName() : mail.fromAddress(),
                        mail.subject(),
                        mail.reason(),
                        mail.receivedAt()))
                .toList());
    }
}
