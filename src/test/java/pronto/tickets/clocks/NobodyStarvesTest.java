package pronto.tickets.clocks;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.sla.Calendar;
import pronto.sla.Priority;
import pronto.sla.SupportPlan;
import pronto.sla.Targets;
import pronto.sla.Weekly;
import pronto.sla.WorkingHours;

/** A month of a desk that is given far more than it can do: the lowest plan waits, and never without end. */
class NobodyStarvesTest {

    private static final Duration BOUND = Standing.AGEING.plus(Standing.HEAD_START);

    private static final int TECHNICIANS = 6;
    private static final Duration WORK = Duration.ofMinutes(40);
    private static final int ADAY = 81;
    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
    private static final WorkingHours OFFICE = WorkingHours.of(new Calendar(
            "office",
            ZoneId.of("Europe/Rome"),
            List.of(new Weekly(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(18, 0))),
            List.of(),
            Set.of(),
            List.of()));

    /** The last one is promised nothing at all. */
    private static final List<SupportPlan> PLANS =
            List.of(plan("Enterprise", 1), plan("Business", 4), plan("Standard", 12), plan("Base", 0));

    private record Waiting(int number, Instant opened, Priority priority, SupportPlan plan, Instant standsAt) {

        boolean critical() {
            return priority == Priority.P1;
        }
    }

    private record Given(Waiting ticket, Instant at) {

        Duration waited() {
            return Duration.between(ticket.opened, at);
        }
    }

    private static final Comparator<Waiting> CRITICAL_FIRST = comparing((Waiting ticket) -> !ticket.critical());
    private static final Comparator<Waiting> BY_STANDING =
            CRITICAL_FIRST.thenComparing(Waiting::standsAt).thenComparing(Waiting::number);
    private static final Comparator<Waiting> BY_ARRIVAL = CRITICAL_FIRST.thenComparing(Waiting::number);
    private static final Comparator<Waiting> BY_PLAN_ALONE = CRITICAL_FIRST
            .thenComparing((Waiting ticket) -> PLANS.indexOf(ticket.plan))
            .thenComparing(Waiting::number);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoever_came_five_days_and_a_head_start_later_is_never_given_before(long seed) {
        var waiting = new TreeSet<>(comparing(Waiting::number));
        var arriving = new ArrayDeque<>(month(seed));
        for (var given : work(month(seed), BY_STANDING)) {
            while (!arriving.isEmpty() && !arriving.getFirst().opened.isAfter(given.at)) {
                waiting.add(arriving.removeFirst());
            }
            waiting.remove(given.ticket);
            var oldest = waiting.stream().filter(ticket -> !ticket.critical()).findFirst();
            if (!given.ticket.critical() && oldest.isPresent()) {
                assertThat(given.ticket.opened)
                        .isBeforeOrEqualTo(oldest.get().opened.plus(BOUND));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobody_waits_longer_than_the_bound_beyond_what_a_desk_by_arrival_would_need(long seed) {
        var byArrival = longest(work(month(seed), BY_ARRIVAL));

        assertThat(work(month(seed), BY_STANDING))
                .allSatisfy(given -> assertThat(given.waited())
                        .isLessThanOrEqualTo(byArrival.plus(BOUND).plus(WORK)));
    }

    @Test
    void without_ageing_the_lowest_plan_waits_for_the_end_of_the_overload() {
        var plain = work(month(1), BY_PLAN_ALONE);
        var ours = work(month(1), BY_STANDING);
        System.out.printf(
                "longest wait by plan alone %s, as the queue stands %s, by arrival %s%n",
                byPlan(plain), byPlan(ours), byPlan(work(month(1), BY_ARRIVAL)));

        assertThat(longest(ours)).isLessThan(longest(plain));
        assertThat(late(ours, "Enterprise")).isLessThan(late(work(month(1), BY_ARRIVAL), "Enterprise"));
    }

    private static long late(List<Given> all, String plan) {
        return all.stream()
                .filter(given -> given.ticket.plan.name().equals(plan))
                .filter(given -> given.at.isAfter(requireNonNull(due(given.ticket))))
                .count();
    }

    private static Duration longest(List<Given> all) {
        return all.stream().map(Given::waited).max(naturalOrder()).orElseThrow();
    }

    private static Map<String, Duration> byPlan(List<Given> all) {
        return all.stream()
                .collect(groupingBy(
                        given -> given.ticket.plan.name(),
                        reducing(Duration.ZERO, Given::waited, BinaryOperator.maxBy(naturalOrder()))));
    }

    /** Two weeks of more than half as much again as the desk can do, then two of half of it. */
    private static List<Waiting> month(long seed) {
        var random = new SplittableRandom(seed);
        var opened = new ArrayList<Instant>();
        for (var day = 0; day < 28; day++) {
            var weekend = day % 7 > 4;
            var many = (int) (ADAY * (day < 14 ? 1.6 : 0.5) * (weekend ? 0.1 : 1));
            for (var one = 0; one < many; one++) {
                // Some write at night; most by day.
                var minutes = random.nextInt(10) == 0 ? random.nextInt(1440) : random.nextInt(540);
                opened.add(MONDAY.plus(Duration.ofDays(day).plusMinutes(minutes)));
            }
        }
        opened.sort(naturalOrder());
        var tickets = new ArrayList<Waiting>();
        for (var at : opened) {
            var drawn = random.nextInt(100);
            var priority = drawn < 3 ? Priority.P1 : drawn < 25 ? Priority.P2 : drawn < 70 ? Priority.P3 : Priority.P4;
            var plan = PLANS.get(random.nextInt(4));
            var stands = Standing.at(priority, due(at, priority, plan), plan, at, null);
            tickets.add(new Waiting(tickets.size(), at, priority, plan, stands));
        }
        return tickets;
    }

    /** Everybody takes what stands first whenever they are free, in office hours. */
    private static List<Given> work(List<Waiting> tickets, Comparator<Waiting> order) {
        var arriving = new ArrayDeque<>(tickets);
        var queue = new PriorityQueue<>(order);
        var free = new PriorityQueue<Instant>(
                Stream.generate(() -> MONDAY).limit(TECHNICIANS).toList());
        var given = new ArrayList<Given>();
        while (!arriving.isEmpty() || !queue.isEmpty()) {
            var now = OFFICE.due(free.remove(), Duration.ofSeconds(1));
            while (!arriving.isEmpty() && !arriving.getFirst().opened.isAfter(now)) {
                queue.add(arriving.removeFirst());
            }
            var next = queue.poll();
            if (next == null) {
                free.add(now.isBefore(arriving.getFirst().opened) ? arriving.getFirst().opened : now);
            } else {
                given.add(new Given(next, now));
                free.add(OFFICE.due(now, WORK));
            }
        }
        return given;
    }

    private static @Nullable Instant due(Waiting ticket) {
        return due(ticket.opened, ticket.priority, ticket.plan);
    }

    private static @Nullable Instant due(Instant opened, Priority priority, SupportPlan plan) {
        var pickup = plan.of(priority).pickup();
        return pickup == null ? null : OFFICE.due(opened, pickup);
    }

    private static SupportPlan plan(String name, int hours) {
        if (hours == 0) {
            return new SupportPlan(name, Set.of("email"), "office", null, Map.of());
        }
        return new SupportPlan(
                name,
                Set.of("email"),
                "office",
                null,
                Map.of(
                        Priority.P1, pickup(hours),
                        Priority.P2, pickup(2 * hours),
                        Priority.P3, pickup(4 * hours),
                        Priority.P4, pickup(8 * hours)));
    }

    private static Targets pickup(int hours) {
        return new Targets(Duration.ofHours(hours), null, null, null, Map.of());
    }
}
