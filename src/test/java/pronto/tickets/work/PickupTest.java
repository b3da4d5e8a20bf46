package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.sla.Impact;
import pronto.staff.Personnel;
import pronto.staff.Technician;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.NobodyHasIt;
import pronto.tickets.NothingWaits;
import pronto.tickets.Resolution;
import pronto.tickets.Screening;
import pronto.tickets.TechnicianUnknown;
import pronto.tickets.Ticket;
import pronto.tickets.TicketNotOpen;
import pronto.tickets.TicketState;
import pronto.tickets.TicketTaken;
import pronto.timeline.Actor;

class PickupTest extends AtTheDesk {

    @Autowired
    private Personnel personnel;

    @Autowired
    private Queue queue;

    @Test
    void of_fifty_pickups_at_once_one_wins_and_the_others_are_told_who() throws Exception {
        var ticket = reported(Mail.from(MARTA));
        var fifty = new ArrayList<Technician>();
        for (var number = 1; number <= 50; number++) {
            fifty.add(technician("Technician " + number));
        }
        var presses = fifty.stream()
                .map(one -> (Callable<String>) () -> {
                    try {
                        desk.pickUp(ticket.id(), one.id(), one.actor());
                        return "mine";
                    } catch (TicketTaken taken) {
                        return String.valueOf(taken.arguments().get("winner"));
                    }
                })
                .toList();

        var answers = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var press : threads.invokeAll(presses)) {
                answers.add(press.get());
            }
        }

        var winner = staff.technician(
                        Objects.requireNonNull(tickets.ticket(ticket.id()).technician()))
                .orElseThrow();
        assertThat(answers).containsOnlyOnce("mine");
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("mine"))
                .containsOnly(winner.name())
                .hasSize(49);
        assertThat(facts(ticket)).containsOnlyOnce("pickedUp");
    }

    @Test
    void fifty_who_ask_for_work_at_once_get_fifty_different_tickets() throws Exception {
        var rush = staff.teamNamed("Rush").id();
        var waiting = new ArrayList<Long>();
        for (var number = 0; number < 55; number++) {
            waiting.add(desk.reassign(reported(Mail.from(MARTA)).id(), rush, null, marco.actor())
                    .id());
        }
        var asks = new ArrayList<Callable<Ticket>>();
        for (var number = 1; number <= 50; number++) {
            var one = technician("Technician " + number);
            asks.add(() -> desk.next(one.id(), List.of(rush), one.actor()));
        }

        var given = new ArrayList<Ticket>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ask : threads.invokeAll(asks)) {
                given.add(ask.get());
            }
        }

        assertThat(given).extracting(Ticket::id).doesNotHaveDuplicates().isSubsetOf(waiting);
        assertThat(given).extracting(Ticket::technician).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(given)
                .allSatisfy(ticket ->
                        assertThat(tickets.ticket(ticket.id()).technician()).isEqualTo(ticket.technician()));
    }

    @Test
    void next_is_what_stands_first_also_where_who_has_it_is_away() {
        var small = staff.teamNamed("Small desk").id();
        var first = toTeam(small);
        var held = toTeam(small);
        var critical = toTeam(small);
        var others = toTeam(staff.teamNamed("Another desk").id());
        desk.screen(
                critical.id(),
                Screening.of(Impact.MILDEST.with(Impact.Factor.SEVERITY, Impact.Severity.DATA_AT_RISK)),
                giulia.actor());
        var pia = technician("Pia Neri");
        desk.pickUp(held.id(), pia.id(), pia.actor());
        var nina = technician("Nina Blu");

        assertThat(next(nina, small)).isEqualTo(critical.id());
        assertThat(next(nina, small)).isEqualTo(first.id());
        assertThatThrownBy(() -> next(nina, small)).isInstanceOf(NothingWaits.class);
        personnel.setAway(pia.id(), true, pia.actor());
        assertThat(next(nina, small)).isEqualTo(held.id());
        assertThat(tickets.ticket(others.id()).technician()).isNull();
    }

    private Ticket toTeam(long team) {
        return desk.reassign(reported(Mail.from(MARTA)).id(), team, null, marco.actor());
    }

    private long next(Technician who, long team) {
        return desk.next(who.id(), List.of(team), who.actor()).id();
    }

    @Test
    void a_second_pickup_is_told_who_won() {
        var ticket = reported(Mail.from(MARTA));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());

        assertThatThrownBy(() -> desk.pickUp(ticket.id(), marco.id(), marco.actor()))
                .isInstanceOfSatisfying(
                        TicketTaken.class,
                        taken -> assertThat(taken.arguments()).containsEntry("winner", "Giulia Riva"));
    }

    @Test
    void pressing_twice_changes_nothing() {
        var ticket = reported(Mail.from(MARTA));
        var first = desk.pickUp(ticket.id(), giulia.id(), giulia.actor());

        assertThat(desk.pickUp(ticket.id(), giulia.id(), giulia.actor())).isEqualTo(first);
    }

    @Test
    void a_released_ticket_waits_again_and_keeps_the_time_of_its_first_pickup() {
        var ticket = reported(Mail.from(MARTA));
        var picked = desk.pickUp(ticket.id(), giulia.id(), giulia.actor());

        var released = desk.release(ticket.id(), giulia.actor());

        assertThat(released.state()).isEqualTo(TicketState.WAITING);
        assertThat(released.technician()).isNull();
        assertThat(released.pickedUpAt()).isEqualTo(picked.pickedUpAt());
        assertThatThrownBy(() -> desk.release(ticket.id(), giulia.actor())).isInstanceOf(NobodyHasIt.class);
    }

    @Test
    void a_ticket_goes_to_another_team_and_waits_there() {
        var ticket = reported(Mail.from(MARTA));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        var billing = staff.teamNamed("Billing");

        var moved = desk.reassign(ticket.id(), billing.id(), null, giulia.actor());

        assertThat(moved.team()).isEqualTo(billing.id());
        assertThat(moved.state()).isEqualTo(TicketState.WAITING);
    }

    @Test
    void a_ticket_goes_to_a_colleague_who_has_it_at_once() {
        var ticket = reported(Mail.from(MARTA));

        var moved = desk.reassign(ticket.id(), null, marco.id(), giulia.actor());

        assertThat(moved.technician()).isEqualTo(marco.id());
        assertThat(moved.state()).isEqualTo(TicketState.IN_WORK);
    }

    @Test
    void only_our_own_people_can_hold_a_ticket() {
        var ticket = reported(Mail.from(MARTA));

        assertThatThrownBy(() -> desk.pickUp(ticket.id(), 999_999, giulia.actor()))
                .isInstanceOf(TechnicianUnknown.class);
        assertThatThrownBy(() -> desk.reassign(ticket.id(), null, 999_999L, giulia.actor()))
                .isInstanceOf(TechnicianUnknown.class);
    }

    @Test
    void neither_an_auditor_nor_somebody_who_left_can_hold_a_ticket() {
        var ticket = reported(Mail.from(MARTA));
        var auditor = technician("Olga Conti");
        db.sql("update staff.technician set role = 'auditor' where id = :id")
                .param("id", auditor.id())
                .update();
        var gone = technician("Pia Andata");
        personnel.leave(gone.id(), Actor.PRONTO);

        for (var one : List.of(auditor, gone)) {
            assertThatThrownBy(() -> desk.pickUp(ticket.id(), one.id(), giulia.actor()))
                    .isInstanceOf(TechnicianUnknown.class);
            assertThatThrownBy(() -> desk.reassign(ticket.id(), null, one.id(), giulia.actor()))
                    .isInstanceOf(TechnicianUnknown.class);
        }
        assertThat(tickets.ticket(ticket.id()).technician()).isNull();
    }

    @Test
    void what_a_colleague_holds_who_is_away_is_offered_to_the_team() {
        var ticket = reported(Mail.from(MARTA));
        var away = technician("Anna Via");
        desk.pickUp(ticket.id(), away.id(), away.actor());
        db.sql("update staff.technician set away_since = clock_timestamp() where id = :id")
                .param("id", away.id())
                .update();

        var free = queue.lines(new Queue.Whose.Free(List.of(ticket.team())), Queue.OPEN, null, 200);
        assertThat(free)
                .filteredOn(line -> line.id() == ticket.id())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.offered()).isTrue();
                    assertThat(line.technicianName()).isEqualTo("Anna Via");
                });
        assertThat(desk.pickUp(ticket.id(), marco.id(), marco.actor()).technician())
                .isEqualTo(marco.id());
    }

    @Test
    void what_somebody_held_who_left_is_offered_to_the_team_and_taken_over() {
        var ticket = reported(Mail.from(MARTA));
        var gone = technician("Livia Partita");
        desk.pickUp(ticket.id(), gone.id(), gone.actor());
        personnel.leave(gone.id(), Actor.PRONTO);

        assertThat(free(ticket)).isTrue();
        assertThat(desk.pickUp(ticket.id(), marco.id(), marco.actor()).technician())
                .isEqualTo(marco.id());
    }

    @Test
    void whoever_comes_back_has_what_nobody_took_over() {
        var ticket = reported(Mail.from(MARTA));
        var away = technician("Rita Torna");
        desk.pickUp(ticket.id(), away.id(), away.actor());
        personnel.setAway(away.id(), true, away.actor());
        assertThat(free(ticket)).isTrue();

        personnel.setAway(away.id(), false, away.actor());

        assertThat(free(ticket)).isFalse();
        assertThatThrownBy(() -> desk.pickUp(ticket.id(), marco.id(), marco.actor()))
                .isInstanceOf(TicketTaken.class);
    }

    private boolean free(Ticket ticket) {
        return queue.lines(new Queue.Whose.Free(List.of(ticket.team())), Queue.OPEN, null, 200).stream()
                .anyMatch(line -> line.id() == ticket.id());
    }

    @Test
    void what_nobody_has_looked_at_stands_right_behind_the_critical() {
        var low = screened(reported(Mail.from(MARTA)));
        var fresh = reported(Mail.from(MARTA));
        var critical = desk.screen(
                reported(Mail.from(MARTA)).id(),
                Screening.of(Impact.MILDEST.with(Impact.Factor.SEVERITY, Impact.Severity.DATA_AT_RISK)),
                giulia.actor());
        var ours = List.of(low.id(), fresh.id(), critical.id());
        var whose = new Queue.Whose.Free(List.of(fresh.team()));

        var lines = queue.lines(whose, Queue.OPEN, null, 200).stream()
                .filter(line -> ours.contains(line.id()))
                .toList();
        assertThat(lines).extracting(QueueLine::id).containsExactly(critical.id(), fresh.id(), low.id());
        assertThat(queue.lines(whose, Queue.OPEN, Queue.Place.after(lines.get(1)), 200))
                .extracting(QueueLine::id)
                .contains(low.id())
                .doesNotContain(fresh.id(), critical.id());
    }

    @Test
    void nobody_picks_up_what_is_over() {
        var ticket = reported(Mail.from(MARTA));
        screened(ticket);
        desk.resolve(ticket.id(), new Resolution.Answer("", null), giulia.actor());

        assertThatThrownBy(() -> desk.pickUp(ticket.id(), marco.id(), marco.actor()))
                .isInstanceOf(TicketNotOpen.class);
    }
}
