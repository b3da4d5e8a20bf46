package pronto.sla.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.sla.Calendar;
import pronto.sla.Calendars;
import pronto.sla.hours.Day;
import pronto.sla.hours.Reckoning;
import pronto.ui.Text;

/** Which days of the last month and of the next year would have other hours. */
@Component
class CalendarChanges {

    private static final int SHOWN = 12;
    private static final Duration PAST = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(365);

    private final Calendars calendars;
    private final Touched touched;
    private final InstantSource time;

    CalendarChanges(Calendars calendars, Touched touched, InstantSource time) {
        this.calendars = calendars;
        this.touched = touched;
        this.time = time;
    }

    PreviewView of(@Nullable Calendar before, Calendar after, Text text) {
        var changes = new ArrayList<PreviewView.Change>();
        if (before != null && !before.timeZone().equals(after.timeZone())) {
            changes.add(new PreviewView.Change(
                    text.of("sla.calendar.timeZone"), zone(before.timeZone()), zone(after.timeZone())));
        }
        var was = before == null ? Map.<LocalDate, Day>of() : days(before);
        days(after).values().stream().sorted(Comparator.comparing(Day::date)).forEach(day -> {
            var earlier = was.get(day.date());
            var now = said(day, after, text);
            var then = earlier == null || before == null ? "–" : said(earlier, before, text);
            if (before != null && !now.equals(then)) {
                changes.add(new PreviewView.Change(date(day, text), then, now));
            }
        });
        if (before == null) {
            WeekText.lines(after, text).forEach(line -> changes.add(new PreviewView.Change("", "–", line)));
        }
        var plans = calendars.plansOf(after.name());
        return new PreviewView(
                List.copyOf(changes.subList(0, Math.min(SHOWN, changes.size()))),
                Math.max(0, changes.size() - SHOWN),
                touched.by(plans, text));
    }

    private Map<LocalDate, Day> days(Calendar calendar) {
        Instant now = time.instant();
        return new Reckoning(calendar)
                .days(now.minus(PAST), now.plus(AHEAD)).stream().collect(Collectors.toMap(Day::date, day -> day));
    }

    private static String said(Day day, Calendar calendar, Text text) {
        var why = DayText.why(day, text);
        return day.hours().isEmpty() ? String.valueOf(why) : String.join(", ", DayText.hours(day, calendar));
    }

    private static String date(Day day, Text text) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy", text.locale()).format(day.date());
    }

    private static String zone(ZoneId zone) {
        return zone.getId();
    }
}
