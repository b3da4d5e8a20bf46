package pronto.tickets.clocks;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The clocks of tickets for those who show them: of each kind the latest, where something is promised. */
@Component
public class TicketClocks {

    private final StoredClocks clocks;

    TicketClocks(StoredClocks clocks) {
        this.clocks = clocks;
    }

    public List<TicketClock> of(long ticket) {
        return of(List.of(ticket)).getOrDefault(ticket, List.of());
    }

    public Map<Long, List<TicketClock>> of(Collection<Long> tickets) {
        var latest = new HashMap<Long, List<TicketClock>>();
        clocks.of(tickets).forEach((ticket, kept) -> {
            var byKind = new LinkedHashMap<ClockKind, TicketClock>();
            kept.forEach(one -> byKind.put(one.kind(), one));
            latest.put(
                    ticket,
                    byKind.values().stream().filter(TicketClock::promised).toList());
        });
        return latest;
    }
}
