package pronto.sla.plans;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pronto.ui.Invalid;

/**
 * The whole days that an iCalendar file (RFC 5545) names, as public holidays are given out; {@code left} is how many of
 * its entries are none: those with an hour, and those that come again in a way nobody here can reckon.
 */
public record DaysOff(SortedSet<LocalDate> days, int left) {

    private static final int MOST_DAYS = 2_000;
    private static final int LONGEST = 1_000_000;

    /** What comes again is followed from the year before this day on. */
    public static DaysOff read(String file, LocalDate today, String field) {
        var text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        if (text.length() > LONGEST || !text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            throw new Invalid("not-a-calendar-file", field);
        }
        var days = new TreeSet<LocalDate>();
        var left = 0;
        for (var entry : entries(text)) {
            var named = entry.days(today);
            if (named.isEmpty() && !entry.cancelled()) {
                left++;
            }
            days.addAll(named);
            if (days.size() > MOST_DAYS) {
                throw new Invalid("not-a-calendar-file", field);
            }
        }
        if (days.isEmpty()) {
            throw new Invalid("no-days-in-file", field);
        }
        return new DaysOff(days, left);
    }

    /** Long lines are folded: what begins with a blank goes on the line before. */
    private static List<DayOff> entries(String text) {
        var inside = new ArrayDeque<String>();
        var entries = new ArrayList<DayOff>();
        var entry = new DayOff();
        for (var line : text.replaceAll("\\R[ \\t]", "").lines().toList()) {
            var upper = line.strip().toUpperCase(Locale.ROOT);
            if (upper.startsWith("BEGIN:")) {
                inside.push(upper.substring(6));
                entry = upper.equals("BEGIN:VEVENT") ? new DayOff() : entry;
            } else if (upper.startsWith("END:")) {
                inside.poll();
                if (upper.equals("END:VEVENT")) {
                    entries.add(entry);
                }
            } else if ("VEVENT".equals(inside.peek())) {
                entry.take(line);
            }
        }
        return entries;
    }

    /** As the closed days of a calendar are typed. */
    public String lines() {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining("\n"));
    }
}
