package pronto.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The slow and simple way to count hours of work, which shares nothing with the product: it looks at a wall clock every
 * minute (or second) of a while, and writes down whether somebody is at work.
 */
public final class Minutes {

    /** Hours of a day, in seconds since its midnight; {@code days} has a bit for each day of the week, Monday first. */
    public record Hours(int days, int from, int to) {}

    /** A week, closed dates, dates with hours of their own, Italy's holidays or not, and days of every year. */
    public record Week(
            ZoneId zone,
            List<Hours> weekly,
            boolean italy,
            Set<String> everyYear,
            Set<LocalDate> closed,
            Map<LocalDate, List<Hours>> open) {}

    private final long first;
    private final int step;
    private final boolean[] open;

    public Minutes(Week week, Instant first, int step, int ticks) {
        this.first = first.getEpochSecond();
        this.step = step;
        this.open = new boolean[ticks];
        var local = new long[ticks];
        for (int i = 0; i < ticks; i++) {
            var second = this.first + (long) i * step;
            local[i] = second
                    + week.zone()
                            .getRules()
                            .getOffset(Instant.ofEpochSecond(second))
                            .getTotalSeconds();
        }
        var from = LocalDate.ofEpochDay(Math.floorDiv(local[0], 86_400)).minusDays(1);
        var to = LocalDate.ofEpochDay(Math.floorDiv(local[ticks - 1], 86_400)).plusDays(1);
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            for (var hours : hours(week, date)) {
                mark(local, date.toEpochDay() * 86_400, hours);
            }
        }
    }

    public int ticks() {
        return open.length;
    }

    public Instant at(int tick) {
        return Instant.ofEpochSecond(first + (long) tick * step);
    }

    public boolean open(int tick) {
        return open[tick];
    }

    /** After which tick so many open ones have passed, or -1 where the while is too short. */
    public int due(int start, int ticks) {
        var used = 0;
        for (int i = start; i < open.length; i++) {
            if (open[i] && ++used == ticks) {
                return i + 1;
            }
        }
        return -1;
    }

    public int between(int from, int to) {
        var used = 0;
        for (int i = from; i < to; i++) {
            if (open[i]) {
                used++;
            }
        }
        return used;
    }

    /** From the first time the wall clock has reached the one, until the last time it has not reached the other. */
    private void mark(long[] local, long midnight, Hours hours) {
        var low = Math.max(0, (int) ((midnight - local[0]) / step) - 100_000 / step);
        var high = Math.min(local.length, (int) ((midnight - local[0]) / step) + 200_000 / step);
        if (low >= high) {
            return;
        }
        var begin = low;
        while (begin < high && local[begin] < midnight + hours.from()) {
            begin++;
        }
        int end;
        if (hours.to() == 86_400) {
            end = low;
            while (end < high && local[end] < midnight + 86_400) {
                end++;
            }
        } else {
            end = high;
            while (end > low && local[end - 1] >= midnight + hours.to()) {
                end--;
            }
        }
        for (int i = begin; i < end; i++) {
            open[i] = true;
        }
    }

    private static List<Hours> hours(Week week, LocalDate date) {
        if (week.open().containsKey(date)) {
            return week.open().get(date);
        }
        if (week.closed().contains(date)
                || week.italy() && italian(date)
                || week.everyYear().contains("%02d-%02d".formatted(date.getMonthValue(), date.getDayOfMonth()))) {
            return List.of();
        }
        var hours = new ArrayList<Hours>();
        for (var each : week.weekly()) {
            if ((each.days() & 1 << (date.getDayOfWeek().getValue() - 1)) != 0) {
                hours.add(each);
            }
        }
        return hours;
    }

    private static final Map<Integer, List<Integer>> FIXED = new TreeMap<>(Map.of(
            1, List.of(1, 6),
            4, List.of(25),
            5, List.of(1),
            6, List.of(2),
            8, List.of(15),
            11, List.of(1),
            12, List.of(8, 25, 26)));

    private static boolean italian(LocalDate date) {
        if (FIXED.getOrDefault(date.getMonthValue(), List.of()).contains(date.getDayOfMonth())) {
            return true;
        }
        if (date.getMonthValue() == 10 && date.getDayOfMonth() == 4 && date.getYear() >= 2026) {
            return true;
        }
        var easter = easter(date.getYear());
        return date.equals(easter) || date.equals(easter.plusDays(1));
    }

    /** By Gauss, for the Gregorian calendar. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int day = h + l - 7 * m + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
