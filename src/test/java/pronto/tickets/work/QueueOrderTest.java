package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.customers.CustomerFields;
import pronto.sla.Impact;
import pronto.sla.PlanSaid;
import pronto.sla.Plans;
import pronto.sla.Priority;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Screening;
import pronto.tickets.Ticket;
import pronto.tickets.clocks.ClockKind;
import pronto.tickets.clocks.Standing;
import pronto.timeline.Actor;
import pronto.ui.Texts;

/** Critical first; then what nobody has looked at; then the promise that breaks next; and nobody waits without end. */
class QueueOrderTest extends AtTheDesk {

    private static final String GOLD = "anna@gold.test";
    private static final String IRON = "ugo@iron.test";

    @Autowired
    private Queue queue;

    @Autowired
    private Plans plans;

    @Autowired
    private Texts texts;

    private final List<Long> ours = new ArrayList<>();

    @BeforeEach
    void twoPlans() {
        customer("GOLD", "gold.test", "Gold", "PT30M", "PT4H");
        customer("IRON", "iron.test", "Iron", "PT6H", "PT48H");
    }

    private void customer(String code, String domain, String plan, String shortest, String lowest) {
        if (customers.byCode(code).isPresent()) {
            return;
        }
        var targets = Map.<String, PlanSaid.@Nullable Promises>of(
                "P1", pickup(shortest), "P2", pickup(lowest), "P3", pickup(lowest), "P4", pickup(lowest));
        plans.put(plan, new PlanSaid(plan, List.of("email"), "always", null, targets), null, _ -> {}, Actor.PRONTO);
        book.add(code, CustomerFields.named(code).withPlan(plan).withDomains(domain), Actor.PRONTO);
    }

    private static PlanSaid.Promises pickup(String length) {
        return new PlanSaid.Promises(length, null, null, null, null);
    }

    private Ticket from(String address, Duration ago) {
        var ticket = reported(Mail.from(address));
        db.sql("""
                update tickets.ticket set opened_at = opened_at - make_interval(secs => :ago),
                       stands_at = stands_at - make_interval(secs => :ago) where id = :id
                """).param("ago", ago.toSeconds()).param("id", ticket.id()).update();
        // Its clocks begin anew when it is screened, from when it now came.
        if (!ago.isZero()) {
            db.sql("delete from tickets.clock where ticket_id = :id")
                    .param("id", ticket.id())
                    .update();
        }
        ours.add(ticket.id());
        return tickets.ticket(ticket.id());
    }

    private Ticket from(String address) {
        return from(address, Duration.ZERO);
    }

    private Ticket screened(Ticket ticket, Impact.Severity severity) {
        return desk.screen(
                ticket.id(), Screening.of(Impact.MILDEST.with(Impact.Factor.SEVERITY, severity)), giulia.actor());
    }

    private List<QueueLine> lines() {
        return queue.lines(new Queue.Whose.Everybody(), Queue.OPEN, null, 200).stream()
                .filter(line -> ours.contains(line.id()))
                .toList();
    }

    private QueueLine line(Ticket ticket) {
        return queue.lines(List.of(ticket.id())).getFirst();
    }

    @Test
    void the_promise_that_breaks_next_stands_first_whoever_came_first() {
        var iron = screened(from(IRON, Duration.ofHours(20)));
        var gold = screened(from(GOLD, Duration.ofHours(1)));
        var nothing = screened(from(STRANGER, Duration.ofHours(30)));

        assertThat(lines()).extracting(QueueLine::id).containsExactly(gold.id(), iron.id(), nothing.id());
        assertThat(line(gold).promised()).satisfies(promised -> {
            assertThat(promised.kind()).isEqualTo(ClockKind.PICKUP);
            assertThat(promised.dueAt()).isEqualTo(gold.openedAt().plus(Duration.ofHours(4)));
        });
        assertThat(line(gold).plan()).isEqualTo("Gold");
        assertThat(line(nothing).promised()).isNull();
    }

    @Test
    void of_those_that_nobody_has_looked_at_the_plan_counts_and_after_an_hour_the_age() {
        var iron = from(IRON);
        var gold = from(GOLD);
        assertThat(lines()).extracting(QueueLine::id).containsExactly(gold.id(), iron.id());

        var older = from(IRON, Duration.ofHours(2));
        assertThat(lines()).extracting(QueueLine::id).containsExactly(older.id(), gold.id(), iron.id());
        assertThat(line(older).byAge()).isTrue();
    }

    @Test
    void what_nobody_takes_stands_by_its_age_in_the_end_and_what_somebody_has_does_not() {
        var old = screened(from(STRANGER, Standing.AGEING.plus(Duration.ofHours(3))));
        var gold = screened(from(GOLD));
        assertThat(lines()).extracting(QueueLine::id).containsExactly(old.id(), gold.id());
        assertThat(line(old).byAge()).isTrue();

        desk.pickUp(old.id(), giulia.id(), giulia.actor());
        assertThat(lines()).extracting(QueueLine::id).containsExactly(gold.id(), old.id());
        desk.release(old.id(), giulia.actor());
        assertThat(lines()).extracting(QueueLine::id).containsExactly(old.id(), gold.id());
    }

    @Test
    void what_would_stand_before_it_is_told_before_a_screening_is_confirmed() {
        var gold = screened(from(GOLD));
        var iron = from(IRON);
        var before = queue.before(iron, Priority.P4);
        var critical = queue.before(iron, Priority.P1);

        var after = screened(iron);
        assertThat(lines()).extracting(QueueLine::id).containsExactly(gold.id(), after.id());
        assertThat(before).isGreaterThanOrEqualTo(1);
        assertThat(queue.before(after, Priority.P4)).isEqualTo(before);
        assertThat(critical).isLessThan(before);
        assertThat(screened(iron, Impact.Severity.DATA_AT_RISK).priority()).isEqualTo(Priority.P1);
        assertThat(lines()).extracting(QueueLine::id).containsExactly(after.id(), gold.id());
    }

    @Test
    void each_line_says_why_it_stands_there() {
        var unseen = from(GOLD);
        var gold = screened(from(GOLD));
        var late = screened(from(GOLD, Duration.ofHours(60)));
        var iron = screened(from(IRON));
        var critical = screened(from(IRON), Impact.Severity.DATA_AT_RISK);
        var nothing = screened(from(STRANGER));
        var old = screened(from(STRANGER, Standing.AGEING.plus(Duration.ofHours(3))));

        assertThat(why(unseen, "en")).startsWith("To be screened. Pickup by ").endsWith(", Gold plan");
        assertThat(why(gold, "en")).startsWith("Pickup by ").endsWith(", Gold plan");
        assertThat(why(late, "en")).startsWith("Pickup was due ").endsWith(", Gold plan");
        assertThat(why(iron, "it")).startsWith("Presa in carico entro ").endsWith(", piano Iron");
        assertThat(why(critical, "it")).startsWith("Critico. Presa in carico entro ");
        assertThat(why(nothing, "it")).isEqualTo("In ordine di arrivo: nessuna promessa");
        assertThat(why(old, "en")).isEqualTo("It has waited 5 d: now its age counts");
        assertThat(why(desk.waitForCustomer(taken(gold).id(), giulia.actor()), "en"))
                .isEqualTo("The customer has the move");
    }

    private Ticket taken(Ticket ticket) {
        return desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
    }

    private String why(Ticket ticket, String language) {
        var text = texts.in(language, ZoneOffset.UTC);
        return StandsThere.why(line(ticket), text.now()).say(text);
    }

    @Test
    void a_page_goes_on_where_the_last_one_ended() {
        var first = screened(from(GOLD));
        var second = screened(from(IRON));

        assertThat(queue.lines(new Queue.Whose.Everybody(), Queue.OPEN, Queue.Place.after(line(first)), 200))
                .extracting(QueueLine::id)
                .contains(second.id())
                .doesNotContain(first.id());
    }
}
