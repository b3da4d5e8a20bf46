package pronto.tickets.clocks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import pronto.sla.Calendar;
import pronto.sla.Calendars;
import pronto.sla.WorkingHours;

/** The hours of the calendars that clocks name, as they are now; what was reckoned of each is remembered. */
@Component
class Hours {

    private static final int REMEMBERED = 200;

    private final Calendars calendars;
    private final Map<Calendar, WorkingHours> reckoned =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Calendar, WorkingHours> eldest) {
                    return size() > REMEMBERED;
                }
            });

    Hours(Calendars calendars) {
        this.calendars = calendars;
    }

    /** By name; one that was removed since, which no plan names any more, counts around the clock. */
    WorkingHours of(String name) {
        var calendar = calendars.named(name).orElse(Calendar.ALWAYS);
        return reckoned.computeIfAbsent(calendar, WorkingHours::of);
    }
}
