package pronto.sla.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pronto.sla.Calendar;
import pronto.sla.TimeOfDay;
import pronto.sla.Weekly;
import pronto.ui.Text;

/** A week as people read and type it: a line a day, {@code 09:00–13:00, 14:00–18:00}. */
final class WeekText {

    private WeekText() {}

    static String of(@Nullable Calendar calendar, DayOfWeek day) {
        return calendar == null
                ? ""
                : calendar.weekly().stream()
                        .filter(hours -> hours.days().contains(day))
                        .sorted(Comparator.comparing(Weekly::from))
                        .map(hours -> hours.from() + "–" + TimeOfDay.textOfEnd(hours.to()))
                        .collect(Collectors.joining(", "));
    }

    /** Neighbouring days with the same hours stand together: {@code Mon–Fri 09:00–13:00, 14:00–18:00}. */
    static List<String> lines(Calendar calendar, Text text) {
        var lines = new ArrayList<String>();
        var days = DayOfWeek.values();
        for (var first = 0; first < days.length; ) {
            var hours = of(calendar, days[first]);
            var last = first;
            while (last + 1 < days.length && of(calendar, days[last + 1]).equals(hours)) {
                last++;
            }
            if (!hours.isEmpty()) {
                lines.add(shortly(days[first], text) + (last > first ? "–" + shortly(days[last], text) : "") + " "
                        + hours);
            }
            first = last + 1;
        }
        return lines;
    }

    static String shortly(DayOfWeek day, Text text) {
        return day.getDisplayName(TextStyle.SHORT, text.locale());
    }

    static String fully(DayOfWeek day, Text text) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, text.locale());
    }
}
