package pronto.tickets.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.customers.Customer;
import pronto.customers.CustomerFields;
import pronto.runtime.CustomerScope;
import pronto.sla.CalendarSaid;
import pronto.sla.Calendars;
import pronto.sla.Clock;
import pronto.sla.Line;
import pronto.sla.PlanSaid;
import pronto.sla.Plans;
import pronto.sla.Priority;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;
import pronto.ui.Texts;

/** What is promised about a ticket follows what becomes of it, whoever does it and by whatever door. */
class ClocksTest extends AtTheDesk {

    private static final Set<ClockKind> ALL = Set.of(ClockKind.values());

    @Autowired
    private TicketClocks clocks;

    @Autowired
    private Following following;

    @Autowired
    private Plans plans;

    @Autowired
    private Calendars calendars;

    @Autowired
    private Texts texts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CustomerScope scope;

    @BeforeEach
    void gold() {
        plan("Gold", "always", "PT15M");
        book.change(acme.id(), fields(acme).withPlan("Gold"), _ -> {}, Actor.PRONTO);
    }

    @Test
    void who_has_no_plan_is_promised_nothing() {
        var ticket = reported(Mail.from(STRANGER));

        assertThat(clocks.of(ticket.id())).isEmpty();
    }

    @Test
    void before_screening_the_pickup_runs_on_the_shortest_target_of_the_plan() {
        var ticket = reported(Mail.from(MARTA));

        assertThat(kinds(ticket)).containsExactly(ClockKind.PICKUP);
        assertThat(due(ticket, ClockKind.PICKUP)).isEqualTo(ticket.openedAt().plus(Duration.ofMinutes(15)));
    }

    @Test
    void screening_gives_each_promise_its_time_and_what_was_used_stays_used() {
        var ticket = screened(reported(Mail.from(MARTA)), Priority.P3);

        assertThat(due(ticket, ClockKind.PICKUP)).isEqualTo(ticket.openedAt().plus(Duration.ofHours(3)));
        assertThat(due(ticket, ClockKind.ANSWER)).isEqualTo(ticket.openedAt().plus(Duration.ofHours(6)));
        assertThat(kinds(ticket)).containsExactly(ClockKind.PICKUP, ClockKind.ANSWER);
    }

    @Test
    void pickup_keeps_the_first_promise_and_starts_the_one_of_the_resolution() {
        var ticket = screened(reported(Mail.from(MARTA)), Priority.P2);
        var taken = desk.pickUp(ticket.id(), giulia.id(), giulia.actor());

        assertThat(state(taken, ClockKind.PICKUP)).isEqualTo(Clock.State.MET);
        assertThat(due(taken, ClockKind.RESOLUTION))
                .isEqualTo(at(taken.pickedUpAt()).plus(Duration.ofHours(16)));
    }

    @Test
    void an_answer_keeps_its_promise_and_promises_the_next_one() {
        var ticket = screened(reported(Mail.from(MARTA)), Priority.P2);
        var first = answered(ticket);

        assertThat(state(ticket, ClockKind.ANSWER)).isEqualTo(Clock.State.MET);
        assertThat(due(ticket, ClockKind.UPDATE))
                .isEqualTo(at(first.receivedAt()).plus(Duration.ofHours(8)));

        var second = desk.reply(ticket.id(), saying("More."), giulia.actor());
        assertThat(due(ticket, ClockKind.UPDATE))
                .isEqualTo(at(second.receivedAt()).plus(Duration.ofHours(8)));
        assertThat(state(ticket, ClockKind.UPDATE)).isEqualTo(Clock.State.RUNNING);
    }

    @Test
    void an_answer_that_is_taken_back_was_never_given() {
        var ticket = screened(reported(Mail.from(MARTA)), Priority.P2);
        var due = due(ticket, ClockKind.ANSWER);
        var message = answered(ticket);
        desk.takeBack(ticket.id(), message.id(), giulia.actor());

        assertThat(state(ticket, ClockKind.ANSWER)).isEqualTo(Clock.State.RUNNING);
        assertThat(due(ticket, ClockKind.ANSWER)).isEqualTo(due);
        assertThat(kinds(ticket)).doesNotContain(ClockKind.UPDATE);
    }

    @Test
    void nothing_runs_while_the_customer_has_the_move_and_their_answer_by_mail_goes_on() {
        var ticket = screened(reported(Mail.from(MARTA)), Priority.P2);
        var message = answered(ticket);
        desk.waitForCustomer(ticket.id(), giulia.actor());

        assertThat(state(ticket, ClockKind.RESOLUTION)).isEqualTo(Clock.State.PAUSED);
        assertThat(state(ticket, ClockKind.UPDATE)).isEqualTo(Clock.State.PAUSED);
        assertThat(of(ticket, ClockKind.RESOLUTION).clock().due()).isNull();

        shift.set(Duration.ofHours(5));
        arrives(Mail.from(MARTA).answering(message.messageId()));
        assertThat(state(ticket, ClockKind.RESOLUTION)).isEqualTo(Clock.State.RUNNING);
        assertThat(due(ticket, ClockKind.RESOLUTION))
                .isAfter(at(tickets.ticket(ticket.id()).pickedUpAt()).plus(Duration.ofHours(20)));
    }

    @Test
    void resolving_keeps_the_promise_of_its_kind_and_reopening_goes_on_with_what_was_left() {
        var ticket = screened(reported(Mail.from(MARTA)), Priority.P2);
        var taken = desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        desk.resolve(ticket.id(), new Resolution.Workaround("", "BUG-17"), giulia.actor());
        assertThat(state(ticket, ClockKind.RESOLUTION)).isEqualTo(Clock.State.MET);
        assertThat(of(ticket, ClockKind.RESOLUTION).clock().promise().target()).isEqualTo(Duration.ofHours(5));

        shift.set(Duration.ofHours(100));
        desk.reopen(ticket.id(), giulia.actor());
        assertThat(state(ticket, ClockKind.RESOLUTION)).isEqualTo(Clock.State.RUNNING);
        assertThat(due(ticket, ClockKind.RESOLUTION))
                .isAfter(at(taken.pickedUpAt()).plus(Duration.ofHours(100)));
    }

    @Test
    void spam_is_promised_nothing_until_it_is_none() {
        var ticket = reported(Mail.from(MARTA));
        desk.markAsSpam(ticket.id(), giulia.actor());
        assertThat(of(ticket, ClockKind.PICKUP).clock().stopped()).isTrue();

        desk.undoSpam(ticket.id(), giulia.actor());
        assertThat(state(ticket, ClockKind.PICKUP)).isEqualTo(Clock.State.RUNNING);
    }

    @Test
    void a_corrected_calendar_counts_for_the_past_too() {
        var calendar = "Corrected " + System.nanoTime();
        calendars.put(calendar, hours("00:00", "24:00", List.of()), _ -> {}, Actor.PRONTO);
        plan("Counted", calendar, "PT15M");
        var ticket = of("Counted");
        var before = due(ticket, ClockKind.PICKUP);
        var today = ticket.openedAt().atZone(java.time.ZoneOffset.UTC).toLocalDate();

        calendars.put(calendar, hours("00:00", "24:00", List.of(today.toString())), _ -> {}, Actor.PRONTO);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(stored(ticket)).isAfter(before).isEqualTo(due(ticket, ClockKind.PICKUP)));
        assertThat(due(ticket, ClockKind.PICKUP))
                .isEqualTo(today.plusDays(1)
                        .atStartOfDay(java.time.ZoneOffset.UTC)
                        .toInstant()
                        .plus(Duration.ofMinutes(15)));
    }

    @Test
    void a_plan_that_changes_reckons_its_open_tickets_anew() {
        plan("Growing", "always", "PT15M");
        var ticket = of("Growing");

        plan("Growing", "always", "PT45M");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(due(ticket, ClockKind.PICKUP))
                        .isEqualTo(ticket.openedAt().plus(Duration.ofMinutes(45))));
    }

    @Test
    void a_customer_who_gets_a_plan_is_promised_something_since_their_tickets_were_opened() {
        var domain = "later" + System.nanoTime() + ".test";
        var customer = book.add(
                "L" + System.nanoTime(), CustomerFields.named("Later " + domain).withDomains(domain), Actor.PRONTO);
        var ticket = reported(Mail.from("anna@" + domain));
        assertThat(clocks.of(ticket.id())).isEmpty();

        book.change(customer.id(), fields(customer).withPlan("Gold"), _ -> {}, Actor.PRONTO);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(kinds(ticket)).containsExactly(ClockKind.PICKUP));
        assertThat(due(ticket, ClockKind.PICKUP)).isEqualTo(ticket.openedAt().plus(Duration.ofMinutes(15)));
    }

    @Test
    void a_customers_other_plan_stands_in_the_event_log_until_their_open_tickets_follow() {
        plan("Slower", "always", "PT45M");
        plan("Slow", "always", "PT15M");
        var ticket = of("Slow");
        var customer =
                customers.customer(Objects.requireNonNull(ticket.customer())).orElseThrow();
        transaction.executeWithoutResult(_ -> {
            book.change(customer.id(), fields(customer).withPlan("Slower"), _ -> {}, Actor.PRONTO);
            assertThat(db.sql("""
                            select count(*) from runtime.event_publication
                             where listener_id like '%PromisesChange%' and serialized_event like :customer
                            """)
                            .param("customer", "%\"customer\":" + customer.id() + ",%")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        });

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(due(ticket, ClockKind.PICKUP))
                        .isEqualTo(ticket.openedAt().plus(Duration.ofMinutes(45))));
    }

    @Test
    void half_three_quarters_nine_tenths_and_the_breach_are_told_once_and_never_early() {
        plan("Swift", "always", "PT8S");
        var ticket = of("Swift");

        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(marks(ticket)).containsOnlyKeys(50, 75, 90, 100));
        for (var percent : List.of(50, 75, 90, 100)) {
            assertThat(marks(ticket).get(percent))
                    .isAfterOrEqualTo(ticket.openedAt().plusMillis(80L * percent));
        }
        assertThat(facts(ticket).stream()
                        .filter(fact -> fact.startsWith("promise"))
                        .toList())
                .containsExactly("promiseWarned", "promiseWarned", "promiseWarned", "promiseBroken");
        assertThat(state(ticket, ClockKind.PICKUP)).isEqualTo(Clock.State.BROKEN);
        assertThat(next(ticket)).isNull();
    }

    @Test
    void whoever_is_too_late_before_anybody_looked_is_on_record_all_the_same() {
        var ticket = screened(reported(Mail.from(MARTA)), Priority.P1);
        db.sql("update tickets.clock set next_at = null where ticket_id = :ticket")
                .param("ticket", ticket.id())
                .update();
        shift.set(Duration.ofHours(2));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());

        assertThat(state(ticket, ClockKind.PICKUP)).isEqualTo(Clock.State.BROKEN);
        assertThat(marks(ticket)).containsKey(100);
    }

    @Test
    void a_customer_sees_the_promises_of_their_own_tickets_alone() {
        var ticket = reported(Mail.from(MARTA));
        var other = book.add("OTHER" + System.nanoTime(), CustomerFields.named("Other"), Actor.PRONTO);

        assertThat(seen(acme.id(), ticket)).isPositive();
        assertThat(seen(other.id(), ticket)).isZero();
    }

    @Test
    void why_it_is_due_then_is_told_in_both_languages() {
        var ticket = screened(reported(Mail.from(MARTA)), Priority.P2);
        var clock = of(ticket, ClockKind.PICKUP).clock();

        var english = Line.say(texts.in("en", java.time.ZoneOffset.UTC), clock.explain(time.instant()));
        var italian = Line.say(texts.in("it", java.time.ZoneOffset.UTC), clock.explain(time.instant()));

        assertThat(english.getFirst()).startsWith("Due ").contains("2 h");
        assertThat(english).anySatisfy(line -> assertThat(line).contains("the priority changed. From here 2 h"));
        assertThat(italian.getFirst()).startsWith("Scade ");
        assertThat(english).hasSameSizeAs(italian);
    }

    private Ticket of(String plan) {
        var name = "Customer of " + plan + " " + System.nanoTime();
        var domain = "c" + System.nanoTime() + ".test";
        book.add(
                "C" + System.nanoTime(),
                CustomerFields.named(name).withPlan(plan).withDomains(domain),
                Actor.PRONTO);
        return reported(Mail.from("anna@" + domain));
    }

    private Ticket screened(Ticket ticket, Priority priority) {
        transaction.executeWithoutResult(_ -> {
            db.sql("update tickets.ticket set priority = :priority where id = :id")
                    .param("priority", priority.name())
                    .param("id", ticket.id())
                    .update();
            following.follow(ticket.id());
        });
        return tickets.ticket(ticket.id());
    }

    private void plan(String name, String hours, String shortest) {
        var targets = Map.<String, PlanSaid.@Nullable Promises>of(
                "P1", new PlanSaid.Promises(shortest, "PT1H", "PT1H", "PT4H", Map.of("workaround", "PT2H")),
                "P2", new PlanSaid.Promises("PT2H", "PT4H", "PT8H", "PT16H", Map.of("workaround", "PT5H")),
                "P3", new PlanSaid.Promises("PT3H", "PT6H", null, null, null));
        plans.put(name, new PlanSaid(name, List.of("email"), hours, null, targets), null, _ -> {}, Actor.PRONTO);
    }

    private static CalendarSaid hours(String from, String to, List<String> closed) {
        var days = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
        return new CalendarSaid(
                null, "UTC", List.of(new CalendarSaid.Hours(days, from, to)), List.of(), closed, List.of());
    }

    private static CustomerFields fields(Customer customer) {
        return CustomerFields.named(customer.name());
    }

    private List<ClockKind> kinds(Ticket ticket) {
        return clocks.of(ticket.id()).stream()
                .map(TicketClock::kind)
                .filter(ALL::contains)
                .toList();
    }

    private TicketClock of(Ticket ticket, ClockKind kind) {
        return clocks.of(ticket.id()).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Instant due(Ticket ticket, ClockKind kind) {
        return at(of(ticket, kind).clock().due());
    }

    private Clock.State state(Ticket ticket, ClockKind kind) {
        return of(ticket, kind).clock().state(time.instant());
    }

    private static Instant at(@Nullable Instant moment) {
        return java.util.Objects.requireNonNull(moment);
    }

    private Instant stored(Ticket ticket) {
        return db.sql("select due_at from tickets.clock where ticket_id = :ticket and kind = 'pickup'")
                .param("ticket", ticket.id())
                .query((row, _) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }

    private @Nullable Object next(Ticket ticket) {
        return db.sql("select next_at from tickets.clock where ticket_id = :ticket and kind = 'pickup'")
                .param("ticket", ticket.id())
                .query()
                .singleRow()
                .get("next_at");
    }

    private Map<Integer, Instant> marks(Ticket ticket) {
        return db
                .sql("""
                select m.percent, m.told_at from tickets.clock_mark m join tickets.clock c on c.id = m.clock_id
                 where c.ticket_id = :ticket and c.kind = 'pickup'
                """)
                .param("ticket", ticket.id())
                .query((row, _) -> Map.entry(
                        row.getInt(1),
                        row.getObject(2, java.time.OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long seen(long customer, Ticket ticket) {
        return scope.of(
                customer,
                () -> db.sql("select count(*) from tickets.clock where ticket_id = :ticket")
                        .param("ticket", ticket.id())
                        .query(Long.class)
                        .single());
    }
}
