package pronto.tickets.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pronto.runtime.Spelling;
import pronto.tickets.TicketState;
import pronto.tickets.Tickets;
import pronto.timeline.Entry;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.View;

/** Everything that happened to a ticket, the newest first. */
@Controller
class HistoryScreen {

    private static final int MOST = 500;

    private final Tickets tickets;
    private final Timeline timeline;
    private final WaysBack ways;

    HistoryScreen(Tickets tickets, Timeline timeline, WaysBack ways) {
        this.tickets = tickets;
        this.timeline = timeline;
        this.ways = ways;
    }

    private static @Nullable String state(Entry entry, String which) {
        return entry.data().get(which) instanceof String spelled
                ? Spelling.read(TicketState.class, spelled).name()
                : null;
    }

    @GetMapping("/tickets/{code}/timeline")
    View show(@PathVariable String code) {
        var ticket = tickets.byCode(code);
        var backs = ways.of(ticket);
        var events = timeline.of(new Subject("ticket", ticket.id()), null, MOST).stream()
                .map(entry -> new HistoryView.Row(
                        TalkViews.event(entry).with(backs.of(entry)), state(entry, "before"), state(entry, "after")))
                .toList();
        return new HistoryView(ticket.code(), ticket.subject(), Lane.ALL.path(ticket.code()), events);
    }
}
