package pronto.tickets.work;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.customers.Recognition;
import pronto.runtime.Spelling;
import pronto.sla.Impact;
import pronto.tickets.Acts;
import pronto.tickets.Arrival;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Channel;
import pronto.tickets.Desk;
import pronto.tickets.Escalation.HandOver;
import pronto.tickets.Escalation.Reason;
import pronto.tickets.Escalations;
import pronto.tickets.Reply;
import pronto.tickets.Report;
import pronto.tickets.Resolution;
import pronto.tickets.Screening;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.timeline.Actor;
import pronto.ui.Refusal;

/** Whatever somebody does to a ticket, wherever it stands: it goes where the contract says, or is refused by name. */
class EveryActTest extends AtTheDesk {

    @Autowired
    private Acts acts;

    @Autowired
    private Escalations escalations;

    /** Where a ticket stands, and whether Giulia has it; it is Marco who acts. */
    private record Stand(TicketState state, boolean held) {

        static final List<Stand> ALL = Arrays.stream(TicketState.values())
                .flatMap(state -> Stream.of(new Stand(state, true), new Stand(state, false)))
                // What waits is nobody's, and what is in work is somebody's.
                .filter(stand -> stand.held != (stand.state == TicketState.WAITING) || !stand.active())
                .toList();

        private boolean active() {
            return state == TicketState.WAITING || state == TicketState.IN_WORK;
        }

        String stays() {
            return Spelling.of(state);
        }

        /** Where it goes when the next move is ours. */
        String ours() {
            return held ? "inWork" : "waiting";
        }

        /** Where it goes in other hands: what waits for the customer goes on doing so. */
        String passed(String to) {
            return state == TicketState.WAITING_FOR_CUSTOMER ? stays() : to;
        }
    }

    /** What is done, and what comes of it: the state afterwards, or the name of the refusal. */
    private record Act(Doing doing, Function<Stand, String> outcome) {}

    private interface Doing {
        void to(long ticket);
    }

    private Map<String, Act> acts() {
        var by = marco.actor();
        return Map.ofEntries(
                act(
                        "pickUp",
                        ticket -> desk.pickUp(ticket, marco.id(), by),
                        open(stand -> stand.held ? "ticket-taken" : stand.passed("inWork"))),
                act(
                        "release",
                        ticket -> desk.release(ticket, by),
                        open(stand -> stand.held ? stand.passed("waiting") : "nobody-has-it")),
                act(
                        "reassign to a team",
                        ticket ->
                                desk.reassign(ticket, staff.teamNamed("Billing").id(), null, by),
                        open(stand -> stand.passed("waiting"))),
                act(
                        "reassign to somebody",
                        ticket -> desk.reassign(ticket, null, marco.id(), by),
                        open(stand -> stand.passed("inWork"))),
                act(
                        "escalate",
                        ticket -> escalations.escalate(
                                ticket,
                                staff.teamNamed("Billing").id(),
                                new HandOver(Reason.CANNOT_RESOLVE, null, "Look deeper", null, null, null),
                                by),
                        open(stand -> stand.passed("waiting"))),
                act(
                        "escalate to where it is",
                        ticket -> escalations.escalate(
                                ticket,
                                tickets.ticket(ticket).team(),
                                new HandOver(Reason.CANNOT_RESOLVE, null, "Look deeper", null, null, null),
                                by),
                        open(stand -> "escalation-same-team")),
                act(
                        "return what nobody handed over",
                        ticket -> escalations.giveBack(ticket, "Not ours", by),
                        open(stand -> "nothing-to-return")),
                act("waitForCustomer", ticket -> desk.waitForCustomer(ticket, by), open(stand -> "waitingForCustomer")),
                act(
                        "resolve",
                        ticket -> desk.resolve(ticket, new Resolution.Answer("Done.", null), by),
                        open(stand -> "resolved")),
                act("screen", ticket -> desk.screen(ticket, Screening.of(Impact.MILDEST), by), open(Stand::stays)),
                act("relate", ticket -> desk.relate(ticket, another(), by), Stand::stays),
                act("relate to itself", ticket -> desk.relate(ticket, ticket, by), stand -> "link-to-itself"),
                act("unrelate", ticket -> desk.unrelate(ticket, related(ticket), by), Stand::stays),
                act("unrelate what is not", ticket -> desk.unrelate(ticket, another(), by), stand -> "nothing-to-undo"),
                act("close", ticket -> desk.close(ticket, by), stand -> switch (stand.state) {
                    case WAITING, IN_WORK, WAITING_FOR_CUSTOMER -> "ticket-still-open";
                    case RESOLVED -> "closed";
                    case CLOSED -> "ticket-closed";
                }),
                act(
                        "reopen",
                        ticket -> desk.reopen(ticket, by),
                        stand -> stand.state.open() ? "ticket-still-open" : stand.ours()),
                act(
                        "append",
                        ticket -> desk.append(ticket, fromMarta(), Actor.PRONTO),
                        stand -> stand.active() ? stand.stays() : stand.ours()),
                act("reply", ticket -> desk.reply(ticket, saying("Hello."), by), Stand::stays),
                act(
                        "reply and wait",
                        ticket -> desk.reply(ticket, then(TicketState.WAITING_FOR_CUSTOMER), by),
                        open(stand -> "waitingForCustomer")),
                act("reply and go on", ticket -> desk.reply(ticket, then(TicketState.IN_WORK), by), open(Stand::ours)),
                act(
                        "reply and close",
                        ticket -> desk.reply(ticket, then(TicketState.CLOSED), by),
                        stand -> "then-not-possible"),
                act(
                        "takeBack",
                        ticket -> desk.takeBack(
                                ticket, desk.reply(ticket, saying("Wait."), by).id(), by),
                        Stand::stays),
                act("resend", this::resend, Stand::stays),
                act("seeUndelivered", ticket -> desk.seeUndelivered(ticket, by), Stand::stays),
                act("note", ticket -> desk.note(ticket, new Body.Plain("Hm."), List.of(), by), Stand::stays),
                act(
                        "addParticipant",
                        ticket -> desk.addParticipant(ticket, new Mailbox(null, "ugo@acme.test"), by),
                        Stand::stays),
                act("refuseParticipant", ticket -> desk.refuseParticipant(ticket, "ina@acme.test", by), Stand::stays),
                act("removeParticipant", ticket -> desk.removeParticipant(ticket, "ugo@acme.test", by), Stand::stays),
                act(
                        "remove the reporter",
                        ticket -> desk.removeParticipant(ticket, MARTA, by),
                        stand -> "reporter-stays"),
                act("tie", ticket -> desk.tie(ticket, acme.id(), by), Stand::stays),
                act("tieHere", ticket -> desk.tieHere(ticket, acme.id(), null, by), Stand::stays),
                act("untie", ticket -> desk.untie(tied(ticket), by), Stand::stays),
                act("untieHere", ticket -> desk.untieHere(tied(ticket), by), Stand::stays),
                act("markAsSpam", ticket -> desk.markAsSpam(ticket, by), Stand::stays),
                act("undoSpam", ticket -> desk.undoSpam(ticket, by), Stand::stays),
                act("merge", ticket -> desk.merge(ticket, another(), by), stand -> "closed"),
                act("merge with itself", ticket -> desk.merge(ticket, ticket, by), stand -> "merge-into-itself"),
                act("undo", this::mergedAndApart, Stand::stays),
                act(
                        "split",
                        ticket -> desk.split(ticket, List.of(saidAgain(ticket)), null, by),
                        stand -> stand.active() ? stand.stays() : stand.ours()),
                act(
                        "split all off",
                        ticket -> desk.split(ticket, List.of(lastOf(ticket)), null, by),
                        stand -> "leave-a-message"),
                act(
                        "move",
                        ticket -> desk.move(ticket, saidAgain(ticket), another(), by),
                        stand -> stand.active() ? stand.stays() : stand.ours()),
                act(
                        "move all away",
                        ticket -> desk.move(ticket, lastOf(ticket), another(), by),
                        stand -> "leave-a-message"));
    }

    private long related(long ticket) {
        var other = another();
        desk.relate(ticket, other, marco.actor());
        return other;
    }

    private long another() {
        return at(new Stand(TicketState.WAITING, false)).id();
    }

    private void mergedAndApart(long ticket) {
        desk.merge(ticket, another(), marco.actor());
        desk.undo(ticket, acts.merge(ticket).orElseThrow().id(), marco.actor());
    }

    private long saidAgain(long ticket) {
        desk.append(ticket, fromMarta(), Actor.PRONTO);
        return lastOf(ticket);
    }

    private long lastOf(long ticket) {
        return conversation.of(ticket, null, 1).getLast().id();
    }

    private long tied(long ticket) {
        return desk.tieHere(ticket, acme.id(), null, marco.actor()).id();
    }

    @TestFactory
    Stream<DynamicTest> somebody_who_acts_on_a_ticket_gets_what_the_contract_says() {
        return acts().entrySet().stream()
                .flatMap(act -> Stand.ALL.stream()
                        .map(stand -> dynamicTest(
                                act.getKey() + ", " + stand.stays() + (stand.held ? ", held" : ", free"),
                                () -> tries(act.getValue(), stand))));
    }

    @Test
    void nobody_can_do_to_a_ticket_what_is_not_tried_here() {
        var possible = Arrays.stream(Desk.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == long.class)
                .map(Method::getName)
                // Who asks for the next ticket says who they are, and names none.
                .filter(name -> !name.equals("next"))
                .collect(Collectors.toSet());

        assertThat(acts().keySet().stream().map(name -> name.split(" ", 2)[0])).containsAll(possible);
        assertThat(possible).contains("pickUp", "resolve", "close");
    }

    private void tries(Act act, Stand stand) {
        var before = at(stand);
        var facts = facts(before);
        var said = texts(before);

        var came = doing(act, before.id());

        assertThat(came).isEqualTo(act.outcome.apply(stand));
        if (!came.equals(Spelling.of(tickets.ticket(before.id()).state()))) {
            assertThat(tickets.ticket(before.id())).isEqualTo(before);
            assertThat(facts(before)).isEqualTo(facts);
            assertThat(texts(before)).isEqualTo(said);
        }
    }

    private String doing(Act act, long ticket) {
        try {
            act.doing.to(ticket);
            return Spelling.of(tickets.ticket(ticket).state());
        } catch (Refusal refused) {
            return refused.name();
        }
    }

    private Ticket at(Stand stand) {
        var ticket = desk.open(new Report(
                UUID.randomUUID().toString(),
                fromMarta(),
                new Ticket.Reporter("Marta Rossi", MARTA, null),
                Recognition.ofNobody(Trust.UNVERIFIED),
                "en",
                null,
                null,
                null,
                null,
                Actor.PRONTO));
        if (stand.held) {
            ticket = desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        }
        ticket = screened(ticket);
        ticket = brought(ticket, stand.state);
        assertThat(ticket.state()).isEqualTo(stand.state);
        assertThat(ticket.technician() != null).isEqualTo(stand.held);
        return ticket;
    }

    private Ticket brought(Ticket ticket, TicketState to) {
        var by = giulia.actor();
        return switch (to) {
            case WAITING, IN_WORK -> ticket;
            case WAITING_FOR_CUSTOMER -> desk.waitForCustomer(ticket.id(), by);
            case RESOLVED -> desk.resolve(ticket.id(), new Resolution.Other("", null), by);
            case CLOSED -> desk.close(brought(ticket, TicketState.RESOLVED).id(), by);
        };
    }

    private Arrival fromMarta() {
        return Arrival.typed(
                Channel.API,
                new Mailbox("Marta Rossi", MARTA),
                "Nothing is sent",
                "Since two o'clock nothing is sent.",
                List.of(),
                Trust.UNVERIFIED,
                time.instant());
    }

    private void resend(long ticket) {
        var sent = desk.reply(ticket, saying("Hello."), marco.actor());
        var delivery =
                db.sql("""
                update channels.delivery set state = 'bounced' where outgoing_id = :outgoing returning id
                """).param("outgoing", sent.outgoing()).query(Long.class).single();
        desk.resend(ticket, delivery, marco.actor());
    }

    private static Reply then(TicketState state) {
        return new Reply(new Body.Plain("Hello."), null, null, List.of(), state);
    }

    private static Map.Entry<String, Act> act(String name, Doing doing, Function<Stand, String> outcome) {
        return entry(name, new Act(doing, outcome));
    }

    private static Function<Stand, String> open(Function<Stand, String> outcome) {
        return stand -> stand.state.open() ? outcome.apply(stand) : "ticket-not-open";
    }
}
