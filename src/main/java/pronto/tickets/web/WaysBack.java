package pronto.tickets.web;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.tickets.Act;
import pronto.tickets.Acts;
import pronto.tickets.Ticket;
import pronto.timeline.Entry;

/** For each line of a ticket's history that can be undone, how; and for one that cannot be now, why. */
@Component
class WaysBack {

    private static final int MOST = 20;

    private final Acts acts;

    WaysBack(Acts acts) {
        this.acts = acts;
    }

    /** By the act that a line tells of. */
    record Backs(Map<String, TalkView.Back> byAct) {

        TalkView.@Nullable Back of(Entry entry) {
            return entry.data().get("act") instanceof String act ? byAct.get(act) : null;
        }
    }

    Backs of(Ticket ticket) {
        var backs = new HashMap<String, TalkView.Back>();
        for (var act : acts.of(ticket.id(), MOST)) {
            backs.put(Long.toString(act.id()), back(ticket, act));
        }
        return new Backs(backs);
    }

    private TalkView.Back back(Ticket ticket, Act act) {
        return acts.inTheWay(act)
                .map(why -> new TalkView.Back(
                        null,
                        "refusal." + why.name(),
                        why.arguments().entrySet().stream()
                                .flatMap(name -> Stream.of(name.getKey(), name.getValue()))
                                .toArray()))
                .orElseGet(
                        () -> new TalkView.Back(PlacingActs.path(ticket.code(), act), "tickets.undo", new Object[0]));
    }
}
