package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Technician;
import pronto.tickets.Desk;
import pronto.tickets.work.BlockedSenders;
import pronto.ui.Said;
import pronto.ui.Text;
import pronto.ui.View;

/** The senders whose mail opens no ticket; each can be let in again, and kept out again where that was a mistake. */
@Controller
@RequestMapping("/blocked")
class BlockedScreen {

    private static final int MOST = 500;

    private final BlockedSenders blocked;
    private final Desk desk;

    BlockedScreen(BlockedSenders blocked, Desk desk) {
        this.blocked = blocked;
        this.desk = desk;
    }

    @GetMapping
    View show() {
        return new BlockedView(list());
    }

    @GetMapping("/list")
    BlockedList list() {
        return new BlockedList(blocked.newest(MOST).stream()
                .map(one -> new BlockedList.Row(one.sender(), one.by(), one.at(), path(one.sender())))
                .toList());
    }

    @PostMapping
    View block(@RequestParam String sender, Technician me) {
        desk.block(sender, me.actor());
        return View.none();
    }

    @DeleteMapping
    View unblock(@RequestParam String sender, Technician me, Text text, HttpServletResponse response) {
        desk.unblock(sender, me.actor());
        Said.say(response, text.of("tickets.blocked.lifted", "sender", sender), "POST " + path(sender));
        return list();
    }

    static String path(String sender) {
        return "/blocked?sender=" + QueueViews.encoded(sender);
    }
}
