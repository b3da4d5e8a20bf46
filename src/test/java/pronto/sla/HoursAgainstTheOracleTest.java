package pronto.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pronto.oracle.Ledger;
import pronto.oracle.Minutes;

/** A hundred thousand random promises, each counted a second time minute by minute (or second by second) by an oracle. */
class HoursAgainstTheOracleTest {

    private static final long SEED = 20_261_123;
    private static final int CALENDARS = 1_000;
    private static final int CASES = 100;

    private static final List<String> ZONES = List.of(
            "Europe/Rome",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "UTC",
            "Asia/Beirut",
            "America/Havana",
            "Africa/Casablanca",
            "Pacific/Chatham",
            "America/Santiago");

    /** Weeks in which some clock of these zones is changed. */
    private static final List<String> CHANGES = List.of(
            "2026-03-05",
            "2026-03-26",
            "2026-04-02",
            "2026-09-03",
            "2026-10-01",
            "2026-10-22",
            "2026-10-29",
            "2027-03-25",
            "2028-02-26",
            "2026-12-22");

    private record Place(WorkingHours hours, Minutes minutes, int step) {

        Duration time(int ticks) {
            return Duration.ofSeconds((long) ticks * step);
        }
    }

    @Test
    void a_hundred_thousand_promises_are_due_when_the_oracle_says() {
        var cases = 0;
        for (int i = 0; i < CALENDARS; i++) {
            var seed = SEED + i;
            var random = new Random(seed);
            var step = i % 50 == 0 ? 1 : 60;
            var first = first(random);
            var one = place(random, first, step);
            var another = place(random, first, step);
            for (int j = 0; j < CASES; j++) {
                if (j % 5 == 0) {
                    clock(random, seed, List.of(one, another));
                } else {
                    promise(random, seed, one);
                }
                cases++;
            }
        }
        assertThat(cases).isEqualTo(100_000);
    }

    private static void promise(Random random, long seed, Place place) {
        var minutes = place.minutes();
        var start = random.nextInt(minutes.ticks() * 3 / 4);
        var promised = 1 + random.nextInt(random.nextInt(10) == 0 ? minutes.ticks() / 4 : 1_500);
        var due = minutes.due(start, promised);
        var reckoned = place.hours().due(minutes.at(start), place.time(promised));
        if (due < 0) {
            assertThat(reckoned).as("seed %d", seed).isAfter(minutes.at(minutes.ticks() - 1));
        } else {
            assertThat(reckoned).as(() -> about(seed, place, start, promised)).isEqualTo(minutes.at(due));
        }
        var end = start + random.nextInt(minutes.ticks() - start);
        assertThat(place.hours().between(minutes.at(start), minutes.at(end)))
                .as(() -> about(seed, place, start, end))
                .isEqualTo(place.time(minutes.between(start, end)));
    }

    private static void clock(Random random, long seed, List<Place> places) {
        var ticks = places.getFirst().minutes().ticks();
        var entries = new ArrayList<Ledger.Entry>();
        var start = random.nextInt(ticks / 2);
        entries.add(new Ledger.Entry(start, Ledger.Does.START, 1 + random.nextInt(1_000), 0));
        for (int i = random.nextInt(7); i > 0; i--) {
            entries.add(new Ledger.Entry(
                    start + random.nextInt(ticks / 4),
                    Ledger.Does.values()[1 + random.nextInt(4)],
                    1 + random.nextInt(1_000),
                    random.nextInt(2)));
        }
        entries.sort(Comparator.comparing(Ledger.Entry::at));
        var now = start + random.nextInt(ticks - start);
        var told = Ledger.walk(places.stream().map(Place::minutes).toList(), entries, now);

        var turns = entries.stream().map(entry -> turn(entry, places)).collect(Collectors.toCollection(ArrayList::new));
        var clock = Clock.of(turns.subList(0, 1));
        var later = new ArrayList<>(turns.subList(1, turns.size()));
        if (distinct(entries)) {
            Collections.shuffle(later, random);
        }
        for (var turn : later) {
            clock = clock.with(turn);
        }
        var minutes = places.getFirst().minutes();
        var about = "seed %d: %s".formatted(seed, entries);
        if (told.due() >= 0) {
            assertThat(clock.due()).as(about).isEqualTo(minutes.at(told.due()));
        } else if (clock.due() != null) {
            assertThat(clock.due()).as(about).isAfter(minutes.at(ticks - 1));
        }
        assertThat(clock.broken(minutes.at(now))).as(about).isEqualTo(told.broken());
        assertThat(clock.used(minutes.at(now)))
                .as(about)
                .isEqualTo(places.getFirst().time(told.used()));
    }

    private static Turn turn(Ledger.Entry entry, List<Place> places) {
        var place = places.get(entry.hours());
        var at = place.minutes().at(entry.at());
        var promise = new Promise(place.time(entry.minutes()), place.hours());
        return switch (entry.does()) {
            case START -> Turn.started(at, Cause.OPENED, promise);
            case PROMISE -> Turn.promised(at, Cause.PRIORITY, promise);
            case PAUSE -> Turn.paused(at, Cause.CUSTOMER_HAS_IT);
            case RESUME -> Turn.resumed(at, Cause.CUSTOMER_ANSWERED);
            case STOP -> Turn.stopped(at, Cause.RESOLVED);
        };
    }

    private static boolean distinct(List<Ledger.Entry> entries) {
        return entries.stream().map(Ledger.Entry::at).distinct().count() == entries.size();
    }

    private static Instant first(Random random) {
        var day = random.nextBoolean()
                ? LocalDate.parse(CHANGES.get(random.nextInt(CHANGES.size())))
                : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_000));
        return day.atStartOfDay(ZoneId.of("UTC")).toInstant();
    }

    private static Place place(Random random, Instant first, int step) {
        var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        var from = first.atZone(zone).toLocalDate();
        var weekly = IntStream.rangeClosed(0, 1 + random.nextInt(3))
                .mapToObj(_ -> hours(random, step))
                .toList();
        var closed = IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> from.plusDays(random.nextInt(30)))
                .collect(Collectors.toSet());
        var open = new HashMap<LocalDate, List<Minutes.Hours>>();
        for (int i = random.nextInt(4); i > 0; i--) {
            open.computeIfAbsent(from.plusDays(random.nextInt(30)), _ -> new ArrayList<>())
                    .add(hours(random, step));
        }
        var everyYear = random.nextBoolean() ? Set.of("12-07", "03-29", "10-25") : Set.<String>of();
        var week = new Minutes.Week(zone, weekly, random.nextBoolean(), everyYear, closed, open);
        return new Place(
                WorkingHours.of(calendar(week)),
                new Minutes(week, first, step, step == 1 ? 4 * 86_400 : 30 * 1_440),
                step);
    }

    private static Minutes.Hours hours(Random random, int step) {
        var quarter = step == 1 ? 1 : random.nextBoolean() ? 900 : 60;
        var from = random.nextInt(86_400 / quarter) * quarter;
        var to = random.nextInt(4) == 0 ? 86_400 : from + quarter * (1 + random.nextInt((86_400 - from) / quarter));
        return new Minutes.Hours(1 + random.nextInt(127), from, to);
    }

    private static Calendar calendar(Minutes.Week week) {
        var holidays = new ArrayList<>(week.everyYear());
        if (week.italy()) {
            holidays.add("IT");
        }
        return new Calendar(
                "random",
                week.zone(),
                week.weekly().stream()
                        .map(hours -> new Weekly(days(hours.days()), from(hours), to(hours)))
                        .toList(),
                holidays,
                new HashSet<>(week.closed()),
                week.open().entrySet().stream()
                        .flatMap(HoursAgainstTheOracleTest::open)
                        .toList());
    }

    private static java.util.stream.Stream<Open> open(Map.Entry<LocalDate, List<Minutes.Hours>> day) {
        return day.getValue().stream().map(hours -> new Open(day.getKey(), from(hours), to(hours)));
    }

    private static Set<DayOfWeek> days(int bits) {
        return java.util.Arrays.stream(DayOfWeek.values())
                .filter(day -> (bits & 1 << day.ordinal()) != 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    private static LocalTime from(Minutes.Hours hours) {
        return LocalTime.ofSecondOfDay(hours.from());
    }

    private static LocalTime to(Minutes.Hours hours) {
        return hours.to() == 86_400 ? TimeOfDay.END_OF_DAY : LocalTime.ofSecondOfDay(hours.to());
    }

    private static String about(long seed, Place place, int start, int ticks) {
        return "seed %d: %s from %s, %d ticks of %d s"
                .formatted(seed, place.hours().calendar(), place.minutes().at(start), ticks, place.step());
    }
}
