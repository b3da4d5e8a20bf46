package pronto.tickets.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.customers.CustomerFields;
import pronto.sla.Impact;
import pronto.sla.Impact.CoreImpact;
import pronto.sla.Impact.Degradation;
import pronto.sla.Impact.Factor;
import pronto.sla.Impact.Reach;
import pronto.sla.Impact.Severity;
import pronto.sla.Impact.Workaround;
import pronto.sla.Priority;
import pronto.sla.PriorityTable;
import pronto.sla.PriorityTables;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.NotScreened;
import pronto.tickets.Resolution;
import pronto.tickets.Screening;
import pronto.tickets.Screening.ByHand;
import pronto.tickets.Screenings;
import pronto.tickets.Ticket;
import pronto.tickets.TicketIsSpam;
import pronto.tickets.TicketNotOpen;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.ui.Invalid;

/** The first look at a ticket, and a priority that stays true while the ticket is open. */
@NullUnmarked
class ScreeningTest extends AtTheDesk {

    private static final Impact BAD = new Impact(
            Severity.BLOCKING, CoreImpact.STOPPED, Reach.ONE_CUSTOMER, Degradation.UNUSABLE, Workaround.NONE);

    @Autowired
    private Screenings screenings;

    @Autowired
    private PriorityTables tables;

    @Autowired
    private TicketsByTable byTable;

    @Autowired
    private Recomputing recomputing;

    @AfterEach
    void the_table_is_the_shipped_one_again() {
        tables.change(PriorityTable.SHIPPED, seen -> {}, Actor.PRONTO);
        caughtUp();
    }

    private Ticket report() {
        return reported(Mail.from(MARTA).about("Card refused"));
    }

    private Ticket now(Ticket ticket) {
        return tickets.ticket(ticket.id());
    }

    private Ticket screened(Ticket ticket, Impact impact) {
        return desk.screen(ticket.id(), Screening.of(impact), giulia.actor());
    }

    @Test
    void before_it_was_screened_a_ticket_has_no_priority_and_is_picked_up_all_the_same() {
        var ticket = report();
        assertThat(ticket.priority()).isNull();
        assertThat(screenings.of(ticket.id())).isEmpty();
        assertThat(desk.pickUp(ticket.id(), giulia.id(), giulia.actor()).technician())
                .isEqualTo(giulia.id());
    }

    @Test
    void nothing_is_resolved_that_nobody_has_screened() {
        var ticket = report();
        assertThatThrownBy(() -> desk.resolve(ticket.id(), new Resolution.Answer("Done.", null), giulia.actor()))
                .isInstanceOf(NotScreened.class);
        screened(ticket, Impact.MILDEST);
        assertThat(desk.resolve(ticket.id(), new Resolution.Answer("", null), giulia.actor())
                        .resolution())
                .isNotNull();
    }

    @Test
    void the_factors_move_a_ticket_from_p4_to_p1_and_back_and_each_step_is_in_its_history() {
        var ticket = report();
        var steps = List.of(
                Impact.MILDEST,
                Impact.MILDEST.with(Factor.SEVERITY, Severity.MAJOR).with(Factor.CORE_IMPACT, CoreImpact.HEAVY),
                BAD,
                BAD.with(Factor.REACH, Reach.SEVERAL_CUSTOMERS),
                Impact.MILDEST);
        var priorities = steps.stream()
                .map(impact -> screened(ticket, impact).priority())
                .toList();
        assertThat(priorities).containsExactly(Priority.P4, Priority.P3, Priority.P2, Priority.P1, Priority.P4);
        assertThat(facts(ticket)).filteredOn("screened"::equals).hasSize(5);
        assertThat(db.sql("select count(*) from tickets.screening where ticket_id = ?")
                        .param(ticket.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        var first = timeline.of(new Subject("ticket", ticket.id()), null, 1).getFirst();
        assertThat(first.data())
                .containsEntry("priority", "P4")
                .containsEntry("was", "P1")
                .containsEntry("severity", "minor");
    }

    @Test
    void the_working_tells_what_was_answered_and_what_counts() {
        var ticket = screened(report(), BAD);
        var screened = screenings.of(ticket.id()).orElseThrow();
        assertThat(screened.answered()).isEqualTo(BAD);
        assertThat(screened.verdict().points()).isEqualTo(78);
        assertThat(screened.by()).isEqualTo(giulia.name());
        assertThat(screened.priority()).isEqualTo(Priority.P2);
    }

    @Test
    void what_a_person_sets_by_hand_needs_a_reason_and_stays_visible() {
        var ticket = report();
        assertThatThrownBy(() -> ByHand.of(Priority.P1, " ", "override.reason"))
                .isInstanceOfSatisfying(Invalid.class, refusal -> {
                    assertThat(refusal.name()).isEqualTo("override-without-reason");
                    assertThat(refusal.field()).isEqualTo("override.reason");
                });
        var set = desk.screen(
                ticket.id(),
                new Screening(BAD, ByHand.of(Priority.P1, "Their sale starts today.", "reason")),
                giulia.actor());
        assertThat(set.priority()).isEqualTo(Priority.P1);
        var screened = screenings.of(ticket.id()).orElseThrow();
        assertThat(screened.byHand().reason()).isEqualTo("Their sale starts today.");
        assertThat(screened.verdict().priority()).isEqualTo(Priority.P2);
        // The next look is a look anew.
        assertThat(screened(ticket, BAD).priority()).isEqualTo(Priority.P2);
    }

    @Test
    void only_what_is_open_and_no_spam_is_screened() {
        var over = screened(report());
        desk.resolve(over.id(), new Resolution.Answer("", null), giulia.actor());
        assertThatThrownBy(() -> screened(over, BAD)).isInstanceOf(TicketNotOpen.class);
        var spam = report();
        desk.markAsSpam(spam.id(), giulia.actor());
        assertThatThrownBy(() -> screened(spam, BAD)).isInstanceOf(TicketIsSpam.class);
    }

    @Test
    void when_another_customers_ticket_turns_out_to_be_the_same_matter_the_larger_reach_counts() {
        book.add("NORD", CustomerFields.named("Nordwind").withDomains("nordwind.test"), Actor.PRONTO);
        var ticket = screened(report(), BAD);
        var other = reported(Mail.from("jonas@nordwind.test").about("Card refused too"));
        assertThat(ticket.priority()).isEqualTo(Priority.P2);

        desk.relate(ticket.id(), other.id(), giulia.actor());

        assertThat(now(ticket).priority()).isEqualTo(Priority.P1);
        var screened = screenings.of(ticket.id()).orElseThrow();
        assertThat(screened.answered().reach()).isEqualTo(Reach.ONE_CUSTOMER);
        assertThat(screened.counted()).isEqualTo(Reach.SEVERAL_CUSTOMERS);
        assertThat(screened.countedMore()).isTrue();
        assertThat(facts(ticket)).endsWith("related", "priorityMoved");
        assertThat(facts(other)).endsWith("related");

        desk.unrelate(other.id(), ticket.id(), giulia.actor());

        assertThat(now(ticket).priority()).isEqualTo(Priority.P2);
        assertThat(facts(ticket)).endsWith("unrelated", "priorityMoved");
    }

    @Test
    void what_a_person_set_stays_while_what_is_computed_moves_below_it() {
        book.add("SUED", CustomerFields.named("Südwind").withDomains("suedwind.test"), Actor.PRONTO);
        var ticket = report();
        desk.screen(ticket.id(), new Screening(BAD, new ByHand(Priority.P3, "They can wait.")), giulia.actor());
        var other = reported(Mail.from("eva@suedwind.test").about("Card refused as well"));

        desk.relate(ticket.id(), other.id(), giulia.actor());

        assertThat(now(ticket).priority()).isEqualTo(Priority.P3);
        assertThat(screenings.of(ticket.id()).orElseThrow().verdict().priority())
                .isEqualTo(Priority.P1);
    }

    @Test
    void a_changed_table_is_previewed_applied_and_undone_and_every_open_ticket_follows() {
        var ticket = screened(report(), BAD);
        var calm = screened(report());
        var held = report();
        desk.screen(held.id(), new Screening(BAD, new ByHand(Priority.P4, "A test of theirs.")), giulia.actor());
        var lower = PriorityTable.SHIPPED.with(Priority.P1, 70);
        var before = tables.current().number();

        var effect = byTable.effect(lower, 100);
        assertThat(effect.moves()).anySatisfy(move -> {
            assertThat(move.code()).isEqualTo(ticket.code());
            assertThat(move.from()).isEqualTo(Priority.P2);
            assertThat(move.to()).isEqualTo(Priority.P1);
        });
        assertThat(effect.moves())
                .noneMatch(move -> List.of(calm.code(), held.code()).contains(move.code()));
        assertThat(now(ticket).priority()).as("a preview keeps nothing").isEqualTo(Priority.P2);

        tables.change(lower, seen -> {}, giulia.actor());
        caughtUp();
        assertThat(now(ticket).priority()).isEqualTo(Priority.P1);
        assertThat(now(calm).priority()).isEqualTo(Priority.P4);
        assertThat(now(held).priority()).isEqualTo(Priority.P4);
        assertThat(facts(ticket)).endsWith("priorityMoved");

        tables.restore(before, seen -> {}, giulia.actor());
        caughtUp();
        assertThat(now(ticket).priority()).isEqualTo(Priority.P2);
        assertThat(tables.current().restores()).isEqualTo(before);
        assertThat(tables.version(before + 1).table()).isEqualTo(lower);
        assertThat(facts(ticket)).endsWith("priorityMoved", "priorityMoved");
        assertThat(facts(held)).doesNotContain("priorityMoved");
    }

    @Test
    void computing_anew_twice_does_no_harm() {
        var ticket = screened(report(), BAD);
        tables.change(PriorityTable.SHIPPED.with(Priority.P1, 70), seen -> {}, giulia.actor());
        caughtUp();
        var after = now(ticket);
        recomputing.catchUp();
        recomputing.catchUp();
        assertThat(now(ticket)).isEqualTo(after);
        assertThat(facts(ticket)).filteredOn("priorityMoved"::equals).hasSize(1);
    }

    @Test
    void a_ticket_that_was_over_when_the_table_changed_follows_when_it_is_opened_again() {
        var ticket = screened(report(), BAD);
        desk.resolve(ticket.id(), new Resolution.Answer("", null), giulia.actor());
        tables.change(PriorityTable.SHIPPED.with(Priority.P1, 70), seen -> {}, giulia.actor());
        caughtUp();
        assertThat(now(ticket).priority()).isEqualTo(Priority.P2);
        desk.reopen(ticket.id(), giulia.actor());
        caughtUp();
        assertThat(now(ticket).priority()).isEqualTo(Priority.P1);
    }

    @Test
    void the_table_that_lies_in_a_new_database_is_the_shipped_one() {
        assertThat(tables.version(1).table()).isEqualTo(PriorityTable.SHIPPED);
    }

    /** By whichever hand: the job of this house may be at it too. */
    private void caughtUp() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            recomputing.catchUp();
            return recomputing.waiting() == 0;
        });
    }
}
