package pronto.tickets.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import pronto.tickets.intake.UnfiledMail;
import pronto.ui.Go;
import pronto.ui.View;

/** Opens a ticket for a mail that was laid aside. */
@Controller
class UnfiledActs {

    private final UnfiledMail unfiled;

    UnfiledActs(UnfiledMail unfiled) {
        this.unfiled = unfiled;
    }

    @PostMapping("/unfiled/{incoming}/ticket")
    View open(@PathVariable long incoming) {
        return Go.to(Lane.ALL.path(unfiled.open(incoming).code()));
    }
}
