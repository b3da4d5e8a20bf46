package pronto.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pronto.sla.Calendar;
import pronto.sla.Cause;
import pronto.sla.Clock;
import pronto.sla.Promise;
import pronto.sla.Turn;
import pronto.sla.Weekly;
import pronto.sla.WorkingHours;

/** How many deadlines a second one core reckons: ten years of an office with a hundred days off, one thread. */
final class ClocksBench {

    private static final int DEADLINES = 2_000_000;
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final long TEN_YEARS = Duration.ofDays(3652).toSeconds();

    private ClocksBench() {}

    static Figures run(Path folder) {
        var figures = new Figures("clocks");
        var began = System.nanoTime();
        var hours = WorkingHours.of(office());
        hours.between(FIRST, FIRST.plusSeconds(TEN_YEARS));
        var built = System.nanoTime() - began;
        for (int round = 0; round < 2; round++) {
            deadlines(hours, round);
            clocks(hours, round);
        }
        figures.row(row("deadlines of 1 min to 80 h", deadlines(hours, 7), DEADLINES));
        figures.row(row("clocks with two pauses and a change of promise", clocks(hours, 7), DEADLINES / 4));
        figures.note("One thread; the table of ten years was built in %.1f ms, cold.".formatted(built / 1e6));
        return figures;
    }

    private static Map<String, Object> row(String what, long nanos, int many) {
        var row = new LinkedHashMap<String, Object>();
        row.put("what", what);
        row.put("reckoned", many);
        row.put("a second", Math.round(many / (nanos / 1e9)));
        return row;
    }

    private static long deadlines(WorkingHours hours, int seed) {
        var random = new Random(seed);
        var starts = random.longs(DEADLINES, 0, TEN_YEARS).toArray();
        var promises = random.longs(DEADLINES, 60, 80 * 3600).toArray();
        var sum = 0L;
        var began = System.nanoTime();
        for (int i = 0; i < DEADLINES; i++) {
            sum += hours.due(FIRST.plusSeconds(starts[i]), Duration.ofSeconds(promises[i]))
                    .getEpochSecond();
        }
        return used(sum, began);
    }

    private static long clocks(WorkingHours hours, int seed) {
        var random = new Random(seed);
        var starts = random.longs(DEADLINES / 4, 0, TEN_YEARS).toArray();
        var promise = new Promise(Duration.ofHours(8), hours);
        var other = new Promise(Duration.ofHours(4), hours);
        var sum = 0L;
        var began = System.nanoTime();
        for (var start : starts) {
            var at = FIRST.plusSeconds(start);
            var clock = Clock.of(List.of(
                    Turn.started(at, Cause.OPENED, promise),
                    Turn.paused(at.plusSeconds(3_000), Cause.CUSTOMER_HAS_IT),
                    Turn.resumed(at.plusSeconds(90_000), Cause.CUSTOMER_ANSWERED),
                    Turn.promised(at.plusSeconds(93_000), Cause.PRIORITY, other),
                    Turn.paused(at.plusSeconds(95_000), Cause.CUSTOMER_HAS_IT),
                    Turn.resumed(at.plusSeconds(190_000), Cause.CUSTOMER_ANSWERED)));
            var due = clock.due();
            sum += due == null ? 0 : due.getEpochSecond();
        }
        return used(sum, began);
    }

    private static long used(long sum, long began) {
        var nanos = System.nanoTime() - began;
        if (sum == 0) {
            throw new IllegalStateException("nothing was reckoned");
        }
        return nanos;
    }

    /** Two stretches a day from Monday to Friday in Rome, Italy's holidays, and a hundred more days off. */
    private static Calendar office() {
        var days = EnumSet.range(java.time.DayOfWeek.MONDAY, java.time.DayOfWeek.FRIDAY);
        var off = IntStream.range(0, 100)
                .mapToObj(i -> LocalDate.of(2020, 1, 15).plusDays(i * 36L))
                .collect(Collectors.toCollection(java.util.HashSet::new));
        return new Calendar(
                "office",
                ZoneId.of("Europe/Rome"),
                List.of(
                        new Weekly(days, LocalTime.of(9, 0), LocalTime.of(13, 0)),
                        new Weekly(days, LocalTime.of(14, 0), LocalTime.of(18, 0))),
                List.of("IT"),
                Set.copyOf(off),
                List.of());
    }
}
