package pronto.tickets.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.Desk;
import pronto.ui.Go;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;

/** The parts of a list: filtered, continued, and brought up to date without moving under a pointer. */
@Controller
class QueueScreen {

    // More rows than this are not drawn anew one by one, nor shown as new.
    private static final int MOST = 100;

    private final QueueViews queues;
    private final Desk desk;
    private final Staff staff;

    QueueScreen(QueueViews queues, Desk desk, Staff staff) {
        this.queues = queues;
        this.desk = desk;
        this.staff = staff;
    }

    @GetMapping("/queue")
    View filter(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") Set<Long> arrived,
            Technician me) {
        return new QueuePart(queues.anew(Lane.of(view), q, me, few(arrived.stream())));
    }

    @GetMapping("/queue/more")
    View more(@RequestParam(defaultValue = "") String view, @RequestParam long after, Technician me) {
        return new QueueMore(queues.after(Lane.of(view), me, after));
    }

    /** The first that anybody may take, taken: nobody else gets it. */
    @PostMapping("/queue/next")
    View next(@RequestParam(defaultValue = "") String view, Technician me) {
        var lane = Lane.of(view);
        var ticket = desk.next(me.id(), staff.teamsOf(me), me.actor());
        return Go.to((lane == Lane.FREE ? Lane.MINE : lane).path(ticket.code()));
    }

    /** Reads only; a POST because a page may show more rows than an address has room for. */
    @PostMapping("/queue/news")
    @Needs(Right.READ)
    View news(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") Set<Long> rows,
            @RequestParam(defaultValue = "") Set<Long> shown,
            @RequestParam(defaultValue = "") Set<Long> came,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") long newest,
            Technician me) {
        var lane = Lane.of(view);
        var arrived = all
                ? queues.unseen(lane, q, me, shown)
                : queues.news(lane, q, me, few(came.stream().filter(id -> !shown.contains(id))), newest);
        // Where nothing stands nothing can move, and whoever waits for work sees it come.
        if (shown.isEmpty() && !arrived.isEmpty()) {
            return new QueueFilled(queues.anew(lane, q, me, List.of()));
        }
        return QueueChanges.of(
                queues.rows(lane, few(rows.stream().filter(shown::contains)), me),
                arrived,
                lane,
                q,
                queues.total(lane, q, me));
    }

    private static List<Long> few(Stream<Long> tickets) {
        return tickets.limit(MOST).toList();
    }
}
