package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Technician;
import pronto.tickets.intake.UnfiledMail;
import pronto.tickets.work.Lanes;
import pronto.ui.Go;
import pronto.ui.Said;
import pronto.ui.Text;
import pronto.ui.View;

/** What becomes of a mail that was laid aside: a ticket after all, or out of sight with a reason, and back. */
@Controller
class UnfiledActs {

    private final UnfiledMail unfiled;
    private final UnfiledScreen screen;

    UnfiledActs(UnfiledMail unfiled, UnfiledScreen screen) {
        this.unfiled = unfiled;
        this.screen = screen;
    }

    @PostMapping("/unfiled/{incoming}/ticket")
    View open(@PathVariable long incoming) {
        return Go.to(Lane.ALL.path(unfiled.open(incoming).code()));
    }

    @PostMapping("/unfiled/{incoming}/away")
    View putAway(
            @PathVariable long incoming,
            @RequestParam(defaultValue = "READ") Lanes.PutAway because,
            @RequestParam(defaultValue = "true") boolean list,
            Technician me,
            Text text,
            HttpServletResponse response) {
        unfiled.putAway(incoming, because, me.actor());
        Said.say(response, text.of("tickets.unfiled.done"), "DELETE /unfiled/" + incoming + "/away?list=" + list);
        return list ? screen.list(false) : screen.acts(incoming);
    }

    @DeleteMapping("/unfiled/{incoming}/away")
    View bringBack(@PathVariable long incoming, @RequestParam(defaultValue = "true") boolean list, Technician me) {
        unfiled.bringBack(incoming, me.actor());
        return list ? screen.list(true) : screen.acts(incoming);
    }
}
