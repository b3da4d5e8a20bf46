package pronto.sla.plans;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import pronto.sla.Open;
import pronto.sla.TimeOfDay;
import pronto.sla.Weekly;
import pronto.ui.Invalid;

/** Hours that stand twice on one day would be a slip of the pen. */
final class Overlaps {

    private Overlaps() {}

    static void refuse(List<Weekly> weekly, List<Open> open) {
        for (var later = 0; later < weekly.size(); later++) {
            for (var earlier = 0; earlier < later; earlier++) {
                refuse(weekly.get(earlier), weekly.get(later), later);
            }
        }
        for (var later = 0; later < open.size(); later++) {
            for (var earlier = 0; earlier < later; earlier++) {
                var one = open.get(earlier);
                var other = open.get(later);
                if (one.date().equals(other.date()) && overlap(one.from(), one.to(), other.from(), other.to())) {
                    throw new Invalid(
                            "hours-overlap-on",
                            "open[" + later + "]",
                            Map.of(
                                    "date",
                                    other.date().toString(),
                                    "one",
                                    span(one.from(), one.to()),
                                    "other",
                                    span(other.from(), other.to())));
                }
            }
        }
    }

    private static void refuse(Weekly one, Weekly other, int later) {
        for (var day : DayOfWeek.values()) {
            if (one.days().contains(day)
                    && other.days().contains(day)
                    && overlap(one.from(), one.to(), other.from(), other.to())) {
                throw new Invalid(
                        "hours-overlap",
                        "weekly[" + later + "]",
                        Map.of(
                                "day",
                                CalendarFit.shortly(day),
                                "one",
                                span(one.from(), one.to()),
                                "other",
                                span(other.from(), other.to())));
            }
        }
    }

    private static boolean overlap(LocalTime from, LocalTime to, LocalTime otherFrom, LocalTime otherTo) {
        return from.toSecondOfDay() < end(otherTo) && otherFrom.toSecondOfDay() < end(to);
    }

    private static int end(LocalTime to) {
        return to.equals(TimeOfDay.END_OF_DAY) ? 24 * 60 * 60 : to.toSecondOfDay();
    }

    private static String span(LocalTime from, LocalTime to) {
        return from + "–" + TimeOfDay.textOfEnd(to);
    }
}
