package pronto.tickets.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Technician;
import pronto.tickets.Body;
import pronto.tickets.Desk;
import pronto.ui.Go;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;

/** A technician writes first. */
@Controller
class LetterScreen {

    private final Desk desk;

    LetterScreen(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/tickets/new")
    @Needs(Right.WORK)
    View show(@RequestParam(defaultValue = "") String to) {
        return new LetterView(to);
    }

    @PostMapping("/tickets")
    View write(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String cc,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            Technician me) {
        var letter = new Desk.Letter(
                subject.strip(),
                new Body.Plain(text),
                Addresses.read(to, "to"),
                Addresses.read(cc, "cc"),
                List.of(),
                me.id());
        return Go.to(Lane.ALL.path(desk.write(letter, me.actor()).code()));
    }
}
