package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.channels.Mailbox;
import pronto.customers.CustomerFields;
import pronto.tickets.Acts;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.GoneOn;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.MovedOn;
import pronto.tickets.MustStayApart;
import pronto.tickets.NothingToUndo;
import pronto.tickets.OtherCustomer;
import pronto.tickets.Participant;
import pronto.tickets.Reply;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.tickets.TicketMerged;
import pronto.tickets.TicketState;
import pronto.timeline.Actor;
import pronto.ui.Refusal;

/** Tickets put together, taken apart, and messages that lie on the wrong one: all of it can be undone. */
@NullUnmarked
class MergingTest extends AtTheDesk {

    private static final String LUCA = "luca@acme.test";

    @Autowired
    private Acts acts;

    @Autowired
    private Drafts drafts;

    @Autowired
    private TicketSearch search;

    private Ticket first;
    private Ticket second;
    private Message answer;

    @BeforeEach
    void two_tickets_about_the_same() {
        first = reported(Mail.from("Marta Rossi", MARTA).about("No mail leaves").saying("Nothing is sent."));
        second = reported(Mail.from("Luca Neri", LUCA).about("Campaign hangs").saying("Ours hangs too."));
        answer = answered(second);
    }

    private Ticket merged() {
        return desk.merge(second.id(), first.id(), giulia.actor());
    }

    private void undone(Ticket ticket) {
        desk.undo(ticket.id(), acts.of(ticket.id(), 1).getFirst().id(), giulia.actor());
    }

    private Ticket now(Ticket ticket) {
        return tickets.ticket(ticket.id());
    }

    private List<String> people(Ticket ticket) {
        return conversation.participants(ticket.id()).stream()
                .map(Participant::address)
                .toList();
    }

    @Test
    void what_was_said_on_one_goes_on_on_the_other() {
        var closed = merged();

        assertThat(closed.state()).isEqualTo(TicketState.CLOSED);
        assertThat(closed.mergedInto()).isEqualTo(first.id());
        assertThat(texts(first)).containsExactly("Nothing is sent.", "Ours hangs too.", "We are looking at it.");
        assertThat(conversation.of(first.id(), null, 10))
                .extracting(Message::home)
                .containsExactly(null, second.id(), second.id());
        assertThat(people(first)).containsExactly(MARTA, LUCA);
        assertThat(now(first).messageCount()).isEqualTo(3);
        assertThat(now(first).lastFromCustomer()).isFalse();
        assertThat(facts(first)).endsWith("mergedIn");
        assertThat(facts(second)).endsWith("merged");
        assertThat(acts.leadsTo(second.id())).isEqualTo(first.id());
    }

    @Test
    void undoing_it_gives_everything_back() {
        desk.addParticipant(second.id(), new Mailbox("Ugo", "ugo@acme.test"), giulia.actor());
        arrives(Mail.from(MARTA).about("x").answering(messageIdOf(first)).copying("ina@elsewhere.test"));
        desk.note(
                second.id(),
                new Body.Html("<p>Look <span data-mention=\"" + marco.id() + "\">@Marco</span></p>"),
                List.of(),
                giulia.actor());
        screened(second);
        desk.resolve(second.id(), new Resolution.Answer("Done.", null), giulia.actor());
        drafts.save(second.id(), marco.id(), Message.Kind.NOTE, "<p>Half a thought</p>");
        drafts.save(first.id(), marco.id(), Message.Kind.NOTE, "<p>Another</p>");
        var before = AsBefore.of(db, List.of(first.id(), second.id()));

        merged();
        assertThat(drafts.find(first.id(), marco.id(), Message.Kind.NOTE)
                        .orElseThrow()
                        .html())
                .contains("Another", "Half a thought");
        undone(first);

        assertThat(AsBefore.of(db, List.of(first.id(), second.id()))).isEqualTo(before);
        assertThat(facts(first)).endsWith("mergeUndone");
        assertThat(facts(second)).endsWith("mergeUndone");
    }

    private String messageIdOf(Ticket ticket) {
        return conversation.of(ticket.id(), null, 1).getFirst().messageId();
    }

    @Test
    void a_resolved_ticket_that_gets_what_is_still_owed_is_in_work_until_that_is_undone() {
        desk.pickUp(first.id(), marco.id(), marco.actor());
        screened(first);
        desk.resolve(first.id(), new Resolution.Other("", null), marco.actor());
        var before = AsBefore.of(db, List.of(first.id(), second.id()));

        merged();

        assertThat(now(first).state()).isEqualTo(TicketState.IN_WORK);
        assertThat(now(first).resolvedAt()).isNull();
        undone(second);
        assertThat(AsBefore.of(db, List.of(first.id(), second.id()))).isEqualTo(before);
    }

    @Test
    void of_two_that_kept_a_ticket_open_the_last_to_go_closes_it_again() {
        var third = reported(Mail.from("Ivo", "ivo@acme.test").about("Me too").saying("Me too."));
        desk.pickUp(first.id(), marco.id(), marco.actor());
        screened(first);
        desk.resolve(first.id(), new Resolution.Other("", null), marco.actor());
        var all = List.of(first.id(), second.id(), third.id());
        var before = AsBefore.of(db, all);
        merged();
        desk.merge(third.id(), first.id(), marco.actor());

        desk.undo(second.id(), acts.merge(second.id()).orElseThrow().id(), marco.actor());
        assertThat(now(first).state()).isEqualTo(TicketState.IN_WORK);
        desk.undo(third.id(), acts.merge(third.id()).orElseThrow().id(), marco.actor());

        assertThat(AsBefore.of(db, all)).isEqualTo(before);
    }

    @Test
    void the_older_report_keeps_its_time_wherever_it_lies() {
        desk.merge(first.id(), second.id(), giulia.actor());

        assertThat(now(second).openedAt()).isEqualTo(first.openedAt());
        undone(second);
        assertThat(now(second).openedAt()).isEqualTo(second.openedAt());
    }

    @Test
    void nothing_is_done_with_a_ticket_that_leads_elsewhere() {
        merged();

        assertThatThrownBy(() -> desk.reply(second.id(), saying("Hello?"), giulia.actor()))
                .isInstanceOfSatisfying(
                        TicketMerged.class,
                        refusal -> assertThat(refusal.arguments()).containsEntry("into", first.code()));
        assertThatThrownBy(() -> desk.reopen(second.id(), giulia.actor())).isInstanceOf(TicketMerged.class);
        assertThatThrownBy(() -> desk.merge(first.id(), second.id(), giulia.actor()))
                .isInstanceOf(TicketMerged.class);
    }

    @Test
    void a_ticket_is_not_merged_into_itself() {
        assertThatThrownBy(() -> desk.merge(first.id(), first.id(), giulia.actor()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("merge-into-itself"));
    }

    @Test
    void a_chain_is_undone_from_its_end() {
        var third = reported(Mail.from("Ivo", "ivo@acme.test").about("Me too").saying("Me too."));
        var all = List.of(first.id(), second.id(), third.id());
        var before = AsBefore.of(db, all);
        desk.merge(third.id(), second.id(), giulia.actor());
        desk.merge(second.id(), first.id(), giulia.actor());

        assertThat(acts.leadsTo(third.id())).isEqualTo(first.id());
        assertThat(texts(first)).hasSize(4);
        var inner = acts.merge(third.id()).orElseThrow();
        assertThatThrownBy(() -> desk.undo(third.id(), inner.id(), giulia.actor()))
                .isInstanceOfSatisfying(
                        MovedOn.class,
                        refusal -> assertThat(refusal.arguments()).containsEntry("code", first.code()));

        undone(first);
        desk.undo(third.id(), inner.id(), giulia.actor());
        assertThat(AsBefore.of(db, all)).isEqualTo(before);
        assertThatThrownBy(() -> desk.undo(third.id(), inner.id(), giulia.actor()))
                .isInstanceOf(NothingToUndo.class);
    }

    @Test
    void no_customer_reads_anothers_messages_through_a_merge() {
        var beta = customers
                .byCode("BETA")
                .orElseGet(() ->
                        book.add("BETA", CustomerFields.named("Beta S.p.A.").withDomains("beta.test"), Actor.PRONTO));
        var betas = reported(Mail.from("Bea", "bea@beta.test").about("Ours").saying("Beta’s secret."));
        var nobodys = reported(Mail.from(STRANGER).about("Hm").saying("Who am I?"));
        assertThat(betas.customer()).isEqualTo(beta.id());

        assertThatThrownBy(() -> desk.merge(betas.id(), first.id(), giulia.actor()))
                .isInstanceOf(OtherCustomer.class);
        assertThatThrownBy(() -> desk.merge(betas.id(), nobodys.id(), giulia.actor()))
                .isInstanceOf(OtherCustomer.class);
        assertThatThrownBy(() -> desk.move(second.id(), answer.id(), betas.id(), giulia.actor()))
                .isInstanceOf(OtherCustomer.class);

        desk.merge(nobodys.id(), first.id(), giulia.actor());
        var later = reported(Mail.from(STRANGER).about("Again").saying("It is me."));
        assertThatThrownBy(() -> desk.tie(later.id(), beta.id(), giulia.actor()))
                .isInstanceOf(MustStayApart.class);
        undone(first);
        assertThat(desk.tie(later.id(), beta.id(), giulia.actor()).customer()).isEqualTo(beta.id());
    }

    @Test
    void a_mail_that_answers_or_is_addressed_to_it_joins_the_one_that_goes_on() {
        var token = tokens.address("support@pronto.test", second.id(), LUCA);
        merged();

        var answered = arrives(Mail.from(LUCA).answering(answer.messageId()).saying("Still hangs."));
        var addressed = arrives(Mail.from(LUCA).to(token).saying("Any news?"));
        var anothers = arrives(Mail.from(STRANGER).to(token).saying("Any news for me?"));

        assertThat(ticketOf(answered).id()).isEqualTo(first.id());
        assertThat(ticketOf(addressed).id()).isEqualTo(first.id());
        assertThat(ticketOf(anothers).id()).isNotIn(first.id(), second.id());

        desk.waitForCustomer(first.id(), giulia.actor());
        undone(first);
        assertThat(texts(second))
                .as("what came meanwhile lies where it belongs")
                .containsExactly("Ours hangs too.", "We are looking at it.", "Still hangs.", "Any news?");
        assertThat(texts(first)).containsExactly("Nothing is sent.");
        assertThat(conversation.of(second.id(), null, 10)).allMatch(message -> message.home() == null);
    }

    @Test
    void a_ticket_that_was_written_to_while_it_was_merged_comes_back_as_ours() {
        desk.waitForCustomer(second.id(), giulia.actor());
        merged();
        arrives(Mail.from(LUCA).answering(answer.messageId()).saying("Here is what you asked for."));

        undone(first);

        assertThat(now(second).state()).isEqualTo(TicketState.IN_WORK);
    }

    @Test
    void whoever_was_answered_on_the_ticket_takes_part_in_it_for_good() {
        merged();
        var said = desk.reply(
                first.id(),
                new Reply(
                        new Body.Plain("To both of you."),
                        List.of(new Mailbox(null, MARTA)),
                        List.of(new Mailbox(null, LUCA)),
                        List.of(),
                        null),
                giulia.actor());

        undone(first);

        assertThat(people(first)).containsExactly(MARTA, LUCA);
        assertThat(reported(Mail.from(LUCA).answering(said.messageId())).id()).isEqualTo(first.id());
    }

    @Test
    void an_answer_that_waits_in_the_outbox_leaves_all_the_same_and_can_still_be_taken_back() {
        var waiting = desk.reply(
                second.id(),
                new Reply(new Body.Plain("Wait."), null, null, List.of(), TicketState.WAITING_FOR_CUSTOMER),
                giulia.actor());
        merged();
        assertThat(sentTo(LUCA)).anyMatch(mail -> mail.text().contains("Wait."));

        desk.takeBack(first.id(), waiting.id(), giulia.actor());
        undone(first);

        assertThat(now(second).state()).isEqualTo(TicketState.IN_WORK);
        assertThat(texts(second)).containsExactly("Ours hangs too.", "We are looking at it.");
    }

    @Test
    void a_claim_is_joined_with_one_act() {
        var theirs = reported(Mail.from(STRANGER).about("Re: " + second.code()).saying("From my other address."));
        assertThat(theirs.claims()).isEqualTo(second.id());
        var before = AsBefore.of(db, List.of(theirs.id()));

        desk.merge(theirs.id(), theirs.claims(), giulia.actor());

        assertThat(people(second)).contains(STRANGER);
        assertThat(reported(Mail.from(STRANGER).answering(answer.messageId())).id())
                .isEqualTo(second.id());
        undone(theirs);
        assertThat(people(second)).doesNotContain(STRANGER);
        assertThat(AsBefore.of(db, List.of(theirs.id())).rows().get("ticket"))
                .isEqualTo(before.rows().get("ticket"));
    }

    @Test
    void of_two_who_merge_crosswise_at_once_the_slower_reads_a_sentence() throws Exception {
        var results = atOnce(
                () -> desk.merge(second.id(), first.id(), giulia.actor()),
                () -> desk.merge(first.id(), second.id(), marco.actor()));

        assertThat(results.stream().filter("done"::equals)).hasSize(1);
        assertThat(results).contains("ticket-merged");
    }

    @Test
    void of_two_who_undo_at_once_one_does() throws Exception {
        merged();
        var act = acts.merge(second.id()).orElseThrow().id();

        var results = atOnce(
                () -> desk.undo(second.id(), act, giulia.actor()), () -> desk.undo(first.id(), act, marco.actor()));

        assertThat(results).containsExactlyInAnyOrder("done", "nothing-to-undo");
    }

    private static List<String> atOnce(Callable<Ticket> one, Callable<Ticket> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Future<String>>();
            for (var act : List.of(one, other)) {
                tries.add(hands.submit(() -> {
                    start.await();
                    try {
                        act.call();
                        return "done";
                    } catch (Refusal refused) {
                        return refused.name();
                    }
                }));
            }
            return List.of(tries.getFirst().get(), tries.getLast().get());
        }
    }

    @Test
    void chosen_messages_become_a_ticket_of_their_own() {
        var other = arrives(Mail.from(LUCA)
                .answering(answer.messageId())
                .about("By the way")
                .saying("A new matter."));
        var message = conversation.of(second.id(), null, 10).getLast();
        var before = AsBefore.of(db, List.of(second.id()));

        var own = desk.split(second.id(), List.of(message.id()), null, giulia.actor());

        assertThat(own.subject()).isEqualTo("By the way");
        assertThat(own.customer()).isEqualTo(acme.id());
        assertThat(own.technician()).isEqualTo(giulia.id());
        assertThat(own.openedAt()).isEqualTo(message.receivedAt());
        assertThat(own.messageCount()).isEqualTo(1);
        assertThat(ticketOf(other).id()).isEqualTo(own.id());
        assertThat(people(own)).containsExactly(LUCA);
        assertThat(now(second).messageCount()).isEqualTo(2);
        assertThat(acts.links(List.of(own.id(), second.id()))
                        .get(own.id())
                        .getFirst()
                        .code())
                .isEqualTo(second.code());
        assertThat(acts.links(List.of(own.id(), second.id()))
                        .get(second.id())
                        .getFirst()
                        .code())
                .isEqualTo(own.code());

        undone(own);
        assertThat(AsBefore.of(db, List.of(second.id()))).isEqualTo(before);
        assertThat(acts.leadsTo(own.id())).isEqualTo(second.id());
    }

    @Test
    void a_ticket_split_off_that_has_gone_on_does_not_vanish_again() {
        arrives(Mail.from(LUCA).answering(answer.messageId()).saying("A new matter."));
        var message = conversation.of(second.id(), null, 10).getLast();
        var own = desk.split(second.id(), List.of(message.id()), "The new matter", giulia.actor());
        var reply = reported(Mail.from(LUCA).answering(message.messageId()).saying("More of it."));
        assertThat(reply.id()).as("an answer joins where it lies").isEqualTo(own.id());

        assertThatThrownBy(() -> undone(own)).isInstanceOf(GoneOn.class);
        assertThat(own.subject()).isEqualTo("The new matter");
    }

    @Test
    void a_split_takes_some_messages_and_leaves_some() {
        var all =
                conversation.of(second.id(), null, 10).stream().map(Message::id).toList();

        assertThatThrownBy(() -> desk.split(second.id(), all, null, giulia.actor()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("leave-a-message"));
        assertThatThrownBy(() -> desk.split(second.id(), List.of(), null, giulia.actor()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("choose-messages"));
    }

    @Test
    void an_answer_to_a_message_that_was_moved_joins_the_ticket_where_it_lies() {
        var token = tokens.address("support@pronto.test", second.id(), LUCA);
        var before = AsBefore.of(db, List.of(first.id(), second.id()));
        desk.move(second.id(), answer.id(), first.id(), giulia.actor());

        var reply =
                arrives(Mail.from(LUCA).to(token).answering(answer.messageId()).saying("Thanks."));
        assertThat(ticketOf(reply).id()).isEqualTo(first.id());
        assertThat(texts(second)).containsExactly("Ours hangs too.");

        undone(second);
        assertThat(ticketOf(reply).id()).as("it goes back with what it answers").isEqualTo(second.id());
        assertThat(people(first)).containsExactly(MARTA);
        assertThat(AsBefore.of(db, List.of(first.id()))).isNotNull();
        assertThat(AsBefore.of(db, List.of(first.id())).rows().get("message"))
                .isEqualTo(before.rows().get("message").stream()
                        .filter(row -> row.contains("Nothing is sent."))
                        .toList());
    }

    @Test
    void what_is_merged_is_found_on_the_ticket_that_goes_on() {
        merged();

        assertThat(search.load(List.of(first.id(), second.id())))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.id()).isEqualTo(first.id());
                    assertThat(found.exact()).contains(first.code(), second.code());
                    assertThat(found.body()).contains("Campaign hangs", "Ours hangs too.");
                });
    }
}
