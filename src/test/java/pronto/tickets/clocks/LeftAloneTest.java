package pronto.tickets.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.customers.CustomerFields;
import pronto.sla.PlanSaid;
import pronto.sla.Plans;
import pronto.staff.Team;
import pronto.staff.Tier;
import pronto.staff.people.Teams;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Escalation;
import pronto.tickets.Escalation.Reason;
import pronto.tickets.Escalations;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.timeline.Actor;

/** When a clock crosses its mark with nobody's move, the ticket goes to the next tier by itself, once. */
class LeftAloneTest extends AtTheDesk {

    @Autowired
    private Escalations escalations;

    @Autowired
    private Telling telling;

    @Autowired
    private Teams teams;

    @Autowired
    private Plans plans;

    @Autowired
    private TransactionTemplate transaction;

    private Team first;
    private Team second;
    private Team third;

    @BeforeEach
    void tiers() {
        first = team("Support", Tier.FIRST, 75);
        second = team("Delivery", Tier.SECOND, null);
        third = team("Core", Tier.THIRD, null);
        team("Network", Tier.SPECIALIST, null);
        team("Billing", Tier.FIRST, null);
        // Before screening 20 minutes to pick up, afterwards 2 hours, 4 to answer, 16 to resolve.
        var promises = new PlanSaid.Promises("PT2H", "PT4H", "PT8H", "PT16H", Map.of());
        var critical = new PlanSaid.Promises("PT20M", "PT1H", "PT1H", "PT4H", Map.of());
        var targets = Map.<String, PlanSaid.@Nullable Promises>of(
                "P1", critical, "P2", promises, "P3", promises, "P4", promises);
        plans.put(
                "Tiers", new PlanSaid("Tiers", List.of("email"), "always", null, targets), null, _ -> {}, Actor.PRONTO);
        book.change(acme.id(), CustomerFields.named(acme.name()).withPlan("Tiers"), _ -> {}, Actor.PRONTO);
    }

    @Test
    void a_ticket_that_nobody_picked_up_goes_to_the_next_tier_at_the_mark_of_its_team() {
        var ticket = reported(Mail.from(MARTA));
        shift.set(Duration.ofMinutes(11));
        told(ticket, ClockKind.PICKUP, 50);
        assertThat(passages(ticket)).isEmpty();

        shift.set(Duration.ofMinutes(16));
        told(ticket, ClockKind.PICKUP, 75);
        var passage = passages(ticket).getFirst();
        assertThat(passage.toTeam()).isEqualTo(second.id());
        assertThat(passage.handOver().reason()).isEqualTo(Reason.NOBODY_MOVED);
        assertThat(passage.mark()).isEqualTo(new Escalation.Mark("pickup", 1, 75));
        assertThat(passage.byName()).isEqualTo("Pronto");
        assertThat(tickets.ticket(ticket.id()).team()).isEqualTo(second.id());
        assertThat(facts(ticket)).endsWith("promiseWarned", "promiseWarned", "escalatedByItself");

        // The clock goes on: the next tier has what is left of it, and may give the ticket back.
        shift.set(Duration.ofMinutes(21));
        told(ticket, ClockKind.PICKUP, 100);
        assertThat(passages(ticket)).hasSize(1);
        assertThat(escalations.giveBack(ticket.id(), "Yours", marco.actor()).team())
                .isEqualTo(first.id());
    }

    @Test
    void screening_alone_is_no_pickup() {
        var ticket = screened(reported(Mail.from(MARTA)));
        shift.set(Duration.ofMinutes(100));
        told(ticket, ClockKind.PICKUP, 75);

        assertThat(passages(ticket)).hasSize(1);
    }

    @Test
    void whoever_has_begun_keeps_their_ticket() {
        var ticket = screened(reported(Mail.from(MARTA)));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        shift.set(Duration.ofMinutes(10));
        desk.note(ticket.id(), new Body.Plain("I can see it"), List.of(), giulia.actor());
        shift.set(Duration.ofHours(13));
        told(ticket, ClockKind.RESOLUTION, 75);
        told(ticket, ClockKind.ANSWER, 100);

        assertThat(passages(ticket)).isEmpty();
        assertThat(tickets.ticket(ticket.id()).technician()).isEqualTo(giulia.id());
    }

    @Test
    void what_somebody_took_and_forgot_goes_on_by_the_clock_of_its_resolution() {
        var ticket = screened(reported(Mail.from(MARTA)));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        shift.set(Duration.ofHours(13));
        told(ticket, ClockKind.RESOLUTION, 75);

        assertThat(passages(ticket)).hasSize(1);
        assertThat(passages(ticket).getFirst().mark()).isEqualTo(new Escalation.Mark("resolution", 1, 75));
        assertThat(passages(ticket).getFirst().fromTechnician()).isEqualTo(giulia.id());
        assertThat(tickets.ticket(ticket.id()).state()).isEqualTo(TicketState.WAITING);
    }

    @Test
    void where_a_team_does_not_want_it_or_no_tier_is_above_it_stays() {
        teams.escalateAt(first.id(), null, Actor.PRONTO);
        var stays = reported(Mail.from(MARTA));
        var highest = reported(Mail.from(MARTA));
        desk.reassign(highest.id(), third.id(), null, giulia.actor());
        teams.escalateAt(third.id(), 50, Actor.PRONTO);
        shift.set(Duration.ofMinutes(21));
        told(stays, ClockKind.PICKUP, 100);
        told(highest, ClockKind.PICKUP, 100);

        assertThat(passages(stays)).isEmpty();
        assertThat(passages(highest)).extracting(one -> one.handOver().reason()).containsExactly(Reason.REASSIGNED);
    }

    @Test
    void what_waits_for_the_customer_waits_where_it_is() {
        var ticket = reported(Mail.from(MARTA));
        desk.waitForCustomer(ticket.id(), giulia.actor());
        var other = reported(Mail.from(MARTA));
        shift.set(Duration.ofMinutes(21));
        told(other, ClockKind.PICKUP, 100);

        assertThat(passages(ticket)).isEmpty();
    }

    @Test
    void each_tier_has_its_own_mark_and_what_was_late_before_is_not_held_against_it() {
        teams.escalateAt(second.id(), 50, Actor.PRONTO);
        var ticket = reported(Mail.from(MARTA));
        shift.set(Duration.ofMinutes(16));
        told(ticket, ClockKind.PICKUP, 75);
        assertThat(tickets.ticket(ticket.id()).team()).isEqualTo(second.id());

        shift.set(Duration.ofMinutes(18).plusSeconds(30));
        told(ticket, ClockKind.PICKUP, 90);
        assertThat(tickets.ticket(ticket.id()).team()).isEqualTo(third.id());
        assertThat(passages(ticket))
                .extracting(one -> Objects.requireNonNull(one.mark()).percent())
                .containsExactly(90, 75);
    }

    @Test
    void however_many_nodes_look_it_goes_once() throws Exception {
        var ticket = reported(Mail.from(MARTA));
        shift.set(Duration.ofMinutes(16));
        var nodes = new ArrayList<Callable<Void>>();
        for (var node = 0; node < 4; node++) {
            nodes.add(() -> {
                telling.tell();
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(nodes)) {
                one.get();
            }
        }
        told(ticket, ClockKind.PICKUP, 75);

        assertThat(passages(ticket)).hasSize(1);
        assertThat(facts(ticket)).containsOnlyOnce("escalatedByItself");
    }

    @Test
    void what_a_node_began_before_it_was_killed_is_done_by_another_once() {
        var ticket = reported(Mail.from(MARTA));
        shift.set(Duration.ofMinutes(16));
        transaction.executeWithoutResult(killed -> {
            telling.tell();
            killed.setRollbackOnly();
        });
        told(ticket, ClockKind.PICKUP, 75);

        assertThat(passages(ticket)).hasSize(1);
        assertThat(facts(ticket)).containsOnlyOnce("escalatedByItself");
    }

    @Test
    void a_mark_that_is_passed_again_after_the_undoing_moves_nothing_any_more() {
        var ticket = reported(Mail.from(MARTA));
        shift.set(Duration.ofMinutes(16));
        told(ticket, ClockKind.PICKUP, 75);
        escalations.undo(ticket.id(), giulia.actor());
        assertThat(tickets.ticket(ticket.id()).team()).isEqualTo(first.id());

        // As after a correction of the calendar: what was told had not been true yet, and now it is.
        db.sql("""
                update tickets.clock set told = 50, next_at = :now where ticket_id = :ticket and kind = 'pickup'
                """)
                .param("now", StoredClocks.utc(time.instant().minusSeconds(1)))
                .param("ticket", ticket.id())
                .update();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        facts(ticket).stream().filter("promiseWarned"::equals).count() == 3);

        assertThat(tickets.ticket(ticket.id()).team()).isEqualTo(first.id());
        assertThat(facts(ticket)).containsOnlyOnce("escalatedByItself");
    }

    private void told(Ticket ticket, ClockKind kind, int percent) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> db.sql("""
                        select exists (select from tickets.clock_mark m join tickets.clock c on c.id = m.clock_id
                                        where c.ticket_id = :ticket and c.kind = :kind and m.percent = :percent)
                        """)
                        .param("ticket", ticket.id())
                        .param("kind", pronto.runtime.Spelling.of(kind))
                        .param("percent", percent)
                        .query(Boolean.class)
                        .single());
    }

    private List<Escalation> passages(Ticket ticket) {
        return escalations.of(ticket.id(), 10);
    }

    private Team team(String name, Tier tier, @Nullable Integer mark) {
        var id = staff.teamNamed(name).id();
        teams.equip(id, tier, List.of(), List.of(), Actor.PRONTO);
        return teams.escalateAt(id, mark, Actor.PRONTO);
    }
}
