package pronto.tickets.work;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import pronto.runtime.Changes;
import pronto.runtime.Spelling;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.clocks.Following;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/** What every change of a ticket leaves behind: its entry, the news for screens and index, the event for those above. */
@Component
public class Trace {

    static final String KIND = "ticket";

    static final String OPENED = "opened";

    /**
     * What every ticket goes through and no promise depends on: looking at its clocks would cost each a question. Whoever
     * opens tickets asks for the clocks of all of them at once.
     */
    private static final Set<String> BESIDE_THE_CLOCKS = Set.of(OPENED, "acknowledged", "notAcknowledged", "noted");

    private final Timeline timeline;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Following clocks;

    Trace(Timeline timeline, Changes changes, ApplicationEventPublisher events, Following clocks) {
        this.timeline = timeline;
        this.changes = changes;
        this.events = events;
        this.clocks = clocks;
    }

    public void leave(String fact, Ticket ticket, Actor by, TicketEvent event, Map<String, ?> data) {
        leave(fact, ticket, by, data);
        events.publishEvent(event);
    }

    public void leave(String fact, Ticket ticket, Actor by, Map<String, ?> data) {
        var told = new HashMap<String, Object>(data);
        told.put("code", ticket.code());
        timeline.add("tickets." + fact, by, new Subject(KIND, ticket.id()), ticket.customer(), told);
        follow(fact, ticket);
        changes.record(KIND, Long.toString(ticket.id()));
    }

    /** A change of state: which it was, and which it became. */
    static Map<String, Object> moved(Ticket held, Ticket ticket) {
        return Map.of("before", Spelling.of(held.state()), "after", Spelling.of(ticket.state()));
    }

    static Map<String, Object> moved(Ticket held, Ticket ticket, Map<String, ?> data) {
        var told = new HashMap<String, Object>(data);
        if (held.state() != ticket.state()) {
            told.putAll(moved(held, ticket));
        }
        return told;
    }

    /** What no customer may read, since it names another one. */
    public void leaveInside(String fact, Ticket ticket, Actor by, TicketEvent event, Map<String, ?> data) {
        leaveInside(fact, ticket, by, data);
        events.publishEvent(event);
    }

    public void leaveInside(String fact, Ticket ticket, Actor by, Map<String, ?> data) {
        var told = new HashMap<String, Object>(data);
        told.put("code", ticket.code());
        timeline.add("tickets." + fact, by, new Subject(KIND, ticket.id()), null, told);
        follow(fact, ticket);
        changes.record(KIND, Long.toString(ticket.id()));
    }

    private void follow(String fact, Ticket ticket) {
        if (!BESIDE_THE_CLOCKS.contains(fact)) {
            clocks.follow(ticket.id());
        }
    }

    /** Something to be seen anew, and nothing to be remembered. */
    public void news(Ticket ticket) {
        changes.record(KIND, Long.toString(ticket.id()));
    }
}
