package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.customers.CustomerFields;
import pronto.runtime.CustomerScope;
import pronto.sla.PlanSaid;
import pronto.sla.Plans;
import pronto.staff.Personnel;
import pronto.staff.Team;
import pronto.staff.Tier;
import pronto.staff.people.Teams;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Escalation.HandOver;
import pronto.tickets.Escalation.Reason;
import pronto.tickets.EscalationRefused;
import pronto.tickets.Escalations;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;
import pronto.tickets.TicketIsSpam;
import pronto.tickets.TicketState;
import pronto.tickets.clocks.ClockKind;
import pronto.tickets.clocks.TicketClock;
import pronto.tickets.clocks.TicketClocks;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.ui.Refusal;
import pronto.ui.Texts;

/** From tier to tier and back: who cannot go on says why, and nothing of it reaches the customer. */
class EscalatingTest extends AtTheDesk {

    private static final String SECRET = "The mixer of Böhm drops its cookies";

    @Autowired
    private Escalations escalations;

    @Autowired
    private Teams teams;

    @Autowired
    private Personnel personnel;

    @Autowired
    private TicketClocks clocks;

    @Autowired
    private Plans plans;

    @Autowired
    private CustomerScope scope;

    @Autowired
    private Texts texts;

    private Team first;
    private Team second;
    private Team third;
    private Team network;

    @BeforeEach
    void tiers() {
        first = team("Support", Tier.FIRST);
        second = team("Delivery", Tier.SECOND, "smtp");
        third = team("Core", Tier.THIRD, "smtp", "database");
        network = team("Network", Tier.SPECIALIST, "dns");
    }

    @Test
    void who_cannot_go_on_escalates_with_a_reason_and_a_hand_over_note_with_its_checklist() {
        var ticket = taken();
        var there = escalations.escalate(
                ticket.id(),
                second.id(),
                new HandOver(Reason.CAUSE_NOT_FOUND, null, SECRET, "Restarted it", "Error 421", "Send two at once"),
                giulia.actor());

        assertThat(there.team()).isEqualTo(second.id());
        assertThat(there.technician()).isNull();
        assertThat(there.state()).isEqualTo(TicketState.WAITING);
        var told = escalations.latest(there).orElseThrow();
        assertThat(told.handOver())
                .isEqualTo(new HandOver(
                        Reason.CAUSE_NOT_FOUND, null, SECRET, "Restarted it", "Error 421", "Send two at once"));
        assertThat(told.byName()).isEqualTo(giulia.name());
        assertThat(facts(ticket)).endsWith("pickedUp", "escalated");
        assertThat(data(ticket)).containsEntry("from", "Support").containsEntry("team", "Delivery");
        assertThat(data(ticket)).containsEntry("note", SECRET).containsEntry("reason", "causeNotFound");
    }

    @Test
    void an_escalation_without_a_note_is_refused_beside_the_note() {
        var ticket = taken();

        assertThat(refused(() -> escalations.escalate(
                                ticket.id(),
                                second.id(),
                                new HandOver(Reason.CANNOT_RESOLVE, null, "  ", null, null, null),
                                giulia.actor()))
                        .field())
                .isEqualTo("note");
    }

    @Test
    void what_ended_goes_to_no_other_tier() {
        var ticket = taken();
        desk.markAsSpam(ticket.id(), giulia.actor());
        assertThatThrownBy(() -> up(ticket, second)).isInstanceOf(TicketIsSpam.class);
    }

    @Test
    void a_team_without_the_skill_is_refused_in_words_that_say_who_has_it() {
        var ticket = taken();
        var refusal = refused(() -> escalations.escalate(ticket.id(), second.id(), needs("DNS "), giulia.actor()));

        assertThat(refusal.field()).isEqualTo("team");
        assertThat(said("en", refusal)).isEqualTo("Delivery does not have the skill dns. Who has it: Network.");
        assertThat(said("it", refusal)).isEqualTo("Delivery non ha la competenza dns. Chi ce l’ha: Network.");
        var none = refused(() -> escalations.escalate(ticket.id(), second.id(), needs("cobol"), giulia.actor()));
        assertThat(said("en", none)).endsWith("No team has it: say so in the settings of the teams.");
        assertThat(escalations.of(ticket.id(), 10)).isEmpty();
    }

    @Test
    void a_team_has_the_skills_of_its_people_too() {
        var nina = personnel.changeSkills(technician("Nina Blu").id(), List.of("imap"), List.of(), Actor.PRONTO);
        personnel.changeTeams(nina.id(), List.of(second.id()), Actor.PRONTO);

        assertThat(escalations
                        .escalate(taken().id(), second.id(), needs("imap"), giulia.actor())
                        .team())
                .isEqualTo(second.id());
        assertThat(escalations.skills()).contains("imap", "smtp", "dns");
    }

    @Test
    void teams_are_offered_in_the_order_in_which_they_fit() {
        var ticket = taken();

        assertThat(offered(ticket, null))
                .startsWith("Delivery", "Core", "Network")
                .doesNotContain("Support");
        assertThat(offered(ticket, "database")).startsWith("Core");
        assertThat(offered(ticket, "dns")).startsWith("Network");
        assertThat(offered(up(ticket, second), null))
                .startsWith("Core", "Network")
                .doesNotContain("Support");
    }

    @Test
    void downwards_and_to_itself_a_ticket_does_not_escalate() {
        var ticket = up(taken(), second);

        assertThat(said("en", refused(() -> up(ticket, second)))).isEqualTo("The ticket is with Delivery already.");
        assertThat(said("en", refused(() -> up(ticket, first))))
                .isEqualTo("Support is of a lower tier. To give the ticket back where it came from, return it.");
    }

    @Test
    void a_ticket_is_returned_with_a_reason_to_the_team_and_the_person_it_came_from() {
        var ticket = up(taken(), second);
        desk.pickUp(ticket.id(), marco.id(), marco.actor());

        assertThat(refused(() -> escalations.giveBack(ticket.id(), "", marco.actor()))
                        .field())
                .isEqualTo("note");
        var back = escalations.giveBack(ticket.id(), "It is the customer’s own filter", marco.actor());

        assertThat(back.team()).isEqualTo(first.id());
        assertThat(back.technician()).isEqualTo(giulia.id());
        assertThat(back.state()).isEqualTo(TicketState.IN_WORK);
        assertThat(facts(ticket)).endsWith("escalationReturned");
        assertThat(said("en", refused(() -> escalations.giveBack(ticket.id(), "No", giulia.actor()))))
                .isEqualTo(ticket.code() + " was not handed to this team by another one.");
    }

    @Test
    void from_the_third_tier_it_goes_back_down_step_by_step() {
        var ticket = up(up(taken(), second), third);

        assertThat(escalations.giveBack(ticket.id(), "Not ours", marco.actor()).team())
                .isEqualTo(second.id());
        assertThat(escalations.giveBack(ticket.id(), "Nor ours", marco.actor()).team())
                .isEqualTo(first.id());
    }

    @Test
    void whoever_is_away_gets_nothing_back_but_their_team_does() {
        var absent = technician("Ugo Neri");
        var ticket = reported(Mail.from(MARTA));
        desk.pickUp(ticket.id(), absent.id(), absent.actor());
        up(ticket, second);
        personnel.setAway(absent.id(), true, Actor.PRONTO);

        var back = escalations.giveBack(ticket.id(), "Look again", marco.actor());
        assertThat(back.team()).isEqualTo(first.id());
        assertThat(back.technician()).isNull();
    }

    @Test
    void it_is_undone_while_nobody_has_acted_and_refused_afterwards() {
        var ticket = up(taken(), second);
        var back = escalations.undo(ticket.id(), giulia.actor());

        assertThat(back.team()).isEqualTo(first.id());
        assertThat(back.technician()).isEqualTo(giulia.id());
        assertThat(back.state()).isEqualTo(TicketState.IN_WORK);
        assertThat(escalations.of(ticket.id(), 10)).isEmpty();

        up(ticket, second);
        desk.pickUp(ticket.id(), marco.id(), marco.actor());
        assertThat(said("en", refused(() -> escalations.undo(ticket.id(), giulia.actor()))))
                .isEqualTo(ticket.code() + " was taken or moved on since. Return it instead, with the reason.");
    }

    @Test
    void the_clocks_go_on_as_they_were_promised() {
        plan();
        var ticket = screened(reported(Mail.from(MARTA)));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        var before = dues(ticket);
        assertThat(before).containsKey(ClockKind.RESOLUTION);

        shift.set(Duration.ofMinutes(40));
        up(ticket, second);
        assertThat(dues(ticket)).isEqualTo(before);
        shift.set(Duration.ofMinutes(50));
        escalations.giveBack(ticket.id(), "Look again", marco.actor());
        assertThat(dues(ticket)).isEqualTo(before);
        assertThat(clocks.of(ticket.id()))
                .filteredOn(clock -> clock.kind() == ClockKind.PICKUP)
                .allMatch(clock -> clock.clock().stopped());
    }

    @Test
    void the_customer_sees_none_of_the_inside() {
        var ticket = taken();
        var before = sentTo(MARTA).size();
        up(ticket, second);
        escalations.giveBack(ticket.id(), SECRET, marco.actor());
        up(ticket, third);
        assertThat(sentTo(MARTA)).hasSize(before);
        assertThat(texts(ticket)).noneMatch(text -> text.contains(SECRET));

        desk.pickUp(ticket.id(), marco.id(), marco.actor());
        desk.reply(ticket.id(), saying("We found it."), marco.actor());
        assertThat(sentTo(MARTA)).hasSize(before + 1);
        assertThat(sentTo(MARTA).getLast().toString()).contains("We found it.").doesNotContain(SECRET, "Core");
        var customer = Objects.requireNonNull(ticket.customer());
        assertThat(scope.of(customer, () -> escalations.of(ticket.id(), 10))).isEmpty();
        assertThat(scope.of(customer, () -> facts(ticket))).isNotEmpty().noneMatch(fact -> fact.startsWith("escalat"));
    }

    @Test
    void a_ticket_that_bounces_three_times_is_shown_to_the_manager_with_each_time_explained() {
        var ticket = up(taken(), second);
        escalations.giveBack(ticket.id(), "Not ours", marco.actor());
        up(ticket, second);
        assertThat(bounced(ticket)).isNull();

        escalations.giveBack(ticket.id(), "Really not ours", marco.actor());
        var shown = Objects.requireNonNull(bounced(ticket));
        assertThat(shown.times()).isEqualTo(3);
        assertThat(shown.bounces())
                .extracting(one -> one.handOver().note())
                .containsExactly("Really not ours", SECRET, "Not ours");
        assertThat(escalations.howManyBounced(100)).isPositive();

        escalations.undo(ticket.id(), marco.actor());
        assertThat(bounced(ticket)).isNull();
    }

    @Test
    void what_is_assigned_to_and_fro_bounces_as_well() {
        var ticket = taken();
        for (var there : List.of(second, first, second, first)) {
            desk.reassign(ticket.id(), there.id(), null, giulia.actor());
        }

        assertThat(Objects.requireNonNull(bounced(ticket)).bounces())
                .extracting(one -> one.handOver().reason())
                .containsOnly(Reason.REASSIGNED);
        assertThat(escalations.latest(tickets.ticket(ticket.id()))).isEmpty();
        assertThatThrownBy(() -> escalations.undo(ticket.id(), giulia.actor())).isInstanceOf(EscalationRefused.class);
    }

    @Test
    void what_ended_is_no_longer_shown_as_bouncing() {
        var ticket = taken();
        for (var there : List.of(second, first, second, first)) {
            desk.reassign(ticket.id(), there.id(), null, giulia.actor());
        }
        desk.markAsSpam(ticket.id(), giulia.actor());
        assertThat(bounced(ticket)).isNull();
    }

    private Ticket taken() {
        var ticket = reported(Mail.from(MARTA));
        return desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
    }

    private Ticket up(Ticket ticket, Team team) {
        var said = new HandOver(Reason.CANNOT_RESOLVE, null, SECRET, null, null, null);
        return escalations.escalate(ticket.id(), team.id(), said, giulia.actor());
    }

    private static HandOver needs(String skill) {
        return new HandOver(Reason.NEEDS_SKILL, skill, "Please look", null, null, null);
    }

    private Team team(String name, Tier tier, String... skills) {
        return teams.equip(staff.teamNamed(name).id(), tier, List.of(skills), List.of(), Actor.PRONTO);
    }

    private List<String> offered(Ticket ticket, @Nullable String skill) {
        return escalations.suggested(ticket, skill).stream()
                .map(Team::name)
                .filter(name -> !name.equals("Billing"))
                .toList();
    }

    private Escalations.@Nullable Bounced bounced(Ticket ticket) {
        return escalations.bounced(200).stream()
                .filter(one -> one.ticket().id() == ticket.id())
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> data(Ticket ticket) {
        return timeline.of(new Subject("ticket", ticket.id()), null, 1)
                .getFirst()
                .data();
    }

    private Map<ClockKind, Instant> dues(Ticket ticket) {
        var dues = new HashMap<ClockKind, Instant>();
        for (TicketClock one : clocks.of(ticket.id())) {
            dues.put(one.kind(), Objects.requireNonNull(one.clock().dueHadItRun(time.instant())));
        }
        return dues;
    }

    private void plan() {
        var promises = new PlanSaid.Promises("PT2H", "PT4H", "PT8H", "PT16H", Map.of());
        var targets = Map.<String, PlanSaid.@Nullable Promises>of(
                "P1", promises, "P2", promises, "P3", promises, "P4", promises);
        plans.put(
                "Tiers", new PlanSaid("Tiers", List.of("email"), "always", null, targets), null, _ -> {}, Actor.PRONTO);
        book.change(acme.id(), CustomerFields.named(acme.name()).withPlan("Tiers"), _ -> {}, Actor.PRONTO);
    }

    private static Refusal refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refusal.class, act::run));
    }

    private String said(String language, Refusal refusal) {
        return texts.refusal(texts.in(language, ZoneOffset.UTC), refusal);
    }
}
