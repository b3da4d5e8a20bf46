package pronto.tickets.web;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Technician;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;

/** The parts of a list: filtered, continued, and brought up to date without moving under a pointer. */
@Controller
class QueueScreen {

    // More rows than this are not drawn anew one by one.
    private static final int MOST = 100;

    private final QueueViews queues;

    QueueScreen(QueueViews queues) {
        this.queues = queues;
    }

    @GetMapping("/queue")
    View filter(
            @RequestParam(defaultValue = "") String view, @RequestParam(defaultValue = "") String q, Technician me) {
        return new QueuePart(queues.view(Lane.of(view), q, me, null));
    }

    @GetMapping("/queue/more")
    View more(@RequestParam(defaultValue = "") String view, @RequestParam long after, Technician me) {
        return new QueueMore(queues.after(Lane.of(view), me, after));
    }

    /** Reads only; a POST because a page may show more rows than an address has room for. */
    @PostMapping("/queue/news")
    @Needs(Right.READ)
    View news(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") Set<Long> rows,
            @RequestParam(defaultValue = "") Set<Long> shown,
            Technician me) {
        var lane = Lane.of(view);
        var known = new HashSet<>(shown);
        var changed = rows.stream().filter(known::contains).limit(MOST).toList();
        return QueueChanges.of(
                queues.rows(lane, changed, me), queues.news(lane, q, me, known), lane, q, queues.total(lane, q, me));
    }
}
