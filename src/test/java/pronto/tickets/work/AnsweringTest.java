package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.channels.Mailbox;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Desk;
import pronto.tickets.EmptyMessage;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.MessageGone;
import pronto.tickets.Participant;
import pronto.tickets.RecipientIsOurs;
import pronto.tickets.Reply;
import pronto.tickets.Resolution;
import pronto.tickets.TicketState;
import pronto.timeline.Subject;
import pronto.ui.Invalid;

class AnsweringTest extends AtTheDesk {

    @Autowired
    private Drafts drafts;

    @Autowired
    private Mentions mentions;

    @Test
    void an_answer_is_kept_shown_and_on_its_way_at_once() {
        var ticket = reported(Mail.from(MARTA).about("Slow today").withId("<first@acme.test>"));

        var answer = answered(ticket);

        var mail = sentTo(MARTA).getLast();
        assertThat(mail.subject()).isEqualTo("Re: Slow today");
        assertThat(mail.text()).isEqualTo("We are looking at it.");
        assertThat(mail.inReplyTo()).isEqualTo("<first@acme.test>");
        assertThat(mail.automatic()).isFalse();
        assertThat(answer.deliveries())
                .singleElement()
                .satisfies(way -> assertThat(way.address()).isEqualTo(MARTA));
        assertThat(texts(ticket)).last().isEqualTo("We are looking at it.");
    }

    @Test
    void an_answer_waits_five_seconds_before_it_leaves() {
        var answer = answered(reported(Mail.from(MARTA)));

        assertThat(Duration.between(answer.receivedAt(), Objects.requireNonNull(answer.leavesAt())))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    }

    @Test
    void an_answer_alone_changes_no_state() {
        var ticket = reported(Mail.from(MARTA));

        desk.reply(ticket.id(), saying("Noted."), giulia.actor());

        assertThat(tickets.ticket(ticket.id()).state()).isEqualTo(TicketState.WAITING);
        assertThat(tickets.ticket(ticket.id()).lastFromCustomer()).isFalse();
    }

    @Test
    void an_answer_taken_back_is_the_draft_again_and_the_state_is_as_before() {
        var ticket = reported(Mail.from(MARTA));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        var before = sentTo(MARTA).size();
        var reply = new Reply(
                new Body.Html("<div>Try <b>again</b></div>"), null, null, List.of(), TicketState.WAITING_FOR_CUSTOMER);
        var answer = desk.reply(ticket.id(), reply, giulia.actor());
        assertThat(tickets.ticket(ticket.id()).state()).isEqualTo(TicketState.WAITING_FOR_CUSTOMER);

        var after = desk.takeBack(ticket.id(), answer.id(), giulia.actor());

        assertThat(after.state()).isEqualTo(TicketState.IN_WORK);
        assertThat(after.lastFromCustomer()).isTrue();
        assertThat(sentTo(MARTA)).hasSize(before);
        assertThat(conversation.message(ticket.id(), answer.id())).isEmpty();
        assertThat(drafts.find(ticket.id(), giulia.id(), Message.Kind.MESSAGE))
                .hasValueSatisfying(draft -> assertThat(draft.html()).isEqualTo("<div>Try <b>again</b></div>"));
    }

    @Test
    void what_has_left_cannot_be_taken_back() {
        var ticket = reported(Mail.from(MARTA));
        var answer = answered(ticket);
        db.sql("update channels.delivery set state = 'sent' where outgoing_id = :id")
                .param("id", answer.outgoing())
                .update();

        assertThatThrownBy(() -> desk.takeBack(ticket.id(), answer.id(), giulia.actor()))
                .isInstanceOf(MessageGone.class);
        assertThat(texts(ticket)).hasSize(2);
    }

    @Test
    void a_resolution_taken_back_leaves_the_ticket_in_work() {
        var ticket = reported(Mail.from(MARTA));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        screened(ticket);
        desk.resolve(ticket.id(), new Resolution.Workaround("Use the old page.", "BUG"), giulia.actor());
        var told = conversation.of(ticket.id(), null, 1).getFirst();
        assertThat(tickets.ticket(ticket.id()).resolution())
                .isEqualTo(new Resolution.Workaround("Use the old page.", "BUG"));

        var after = desk.takeBack(ticket.id(), told.id(), giulia.actor());

        assertThat(after.state()).isEqualTo(TicketState.IN_WORK);
        assertThat(after.resolution()).isNull();
        assertThat(after.resolvedAt()).isNull();
    }

    @Test
    void a_resolution_tells_the_customer_in_their_language_how_it_opens_again() {
        var ticket = reported(Mail.from(MARTA));

        screened(ticket);
        desk.resolve(ticket.id(), new Resolution.Answer("È il pulsante blu.", null), giulia.actor());

        assertThat(sentTo(MARTA).getLast().text())
                .startsWith("È il pulsante blu.")
                .contains("rispondi", ticket.code());
    }

    @Test
    void rich_text_is_made_safe_and_gets_a_plain_part() {
        var ticket = reported(Mail.from(MARTA));
        var rich = "<div>Hello <b onclick=x()>Marta</b></div><ul><li>one</li><li>two</li></ul>"
                + "<a href=\"https://help.test/a\">the page</a><a href=\"javascript:x()\">no</a>"
                + "<script>steal()</script><img src=\"https://evil.test/p.gif\"><iframe src=x></iframe>";

        desk.reply(ticket.id(), new Reply(new Body.Html(rich), null, null, List.of(), null), giulia.actor());

        var mail = sentTo(MARTA).getLast();
        assertThat(mail.html()).contains("<b>Marta</b>", "<li>one</li>", "https://help.test/a");
        assertThat(mail.html()).doesNotContain("onclick", "script", "javascript", "evil", "iframe");
        assertThat(mail.text()).isEqualTo("Hello Marta\n- one\n- two\n\nthe page <https://help.test/a>no");
    }

    @Test
    void a_pasted_picture_travels_inside_the_mail() {
        var ticket = reported(Mail.from(MARTA));
        var upload = new Message.Upload("screen.png", "image/png", true, "shot1@pronto");
        var file = drafts.attach(
                ticket.id(), giulia.id(), Message.Kind.MESSAGE, upload, new ByteArrayInputStream(new byte[] {1, 2, 3}));
        var rich = "<div>See <img src=\"/tickets/T/draft/files/shot1@pronto\"></div>";

        var answer = desk.reply(
                ticket.id(), new Reply(new Body.Html(rich), null, null, List.of(file), null), giulia.actor());

        assertThat(answer.html()).contains("cid:shot1");
        assertThat(answer.attachments())
                .singleElement()
                .satisfies(one -> assertThat(one.inline()).isTrue());
    }

    @Test
    void two_drafts_stand_apart_and_the_answer_uses_up_its_own() {
        var ticket = reported(Mail.from(MARTA));
        drafts.save(ticket.id(), giulia.id(), Message.Kind.MESSAGE, "<div>to them</div>");
        drafts.save(ticket.id(), giulia.id(), Message.Kind.NOTE, "<div>to us</div>");

        desk.reply(ticket.id(), saying("to them"), giulia.actor());

        assertThat(drafts.find(ticket.id(), giulia.id(), Message.Kind.MESSAGE)).isEmpty();
        assertThat(drafts.find(ticket.id(), giulia.id(), Message.Kind.NOTE)).isPresent();
        assertThat(drafts.find(ticket.id(), marco.id(), Message.Kind.NOTE)).isEmpty();
    }

    @Test
    void a_note_is_never_sent_and_whoever_it_names_hears_of_it() {
        var ticket = reported(Mail.from(MARTA));
        var before = sentTo(MARTA).size();
        var named = "<div><span data-mention=\"" + marco.id() + "\">@Marco</span> do you know this?</div>";

        var note = desk.note(ticket.id(), new Body.Html(named), List.of(), giulia.actor());

        assertThat(note.outgoing()).isNull();
        assertThat(sentTo(MARTA)).hasSize(before);
        assertThat(mentions.of(marco.id(), 10)).first().satisfies(mention -> {
            assertThat(mention.text()).isEqualTo("@Marco do you know this?");
            assertThat(mention.seen()).isFalse();
        });
        mentions.seen(marco.id(), ticket.id());
        assertThat(mentions.of(marco.id(), 10))
                .first()
                .satisfies(mention -> assertThat(mention.seen()).isTrue());
    }

    @Test
    void whoever_a_technician_writes_to_takes_part_from_then_on() {
        var ticket = reported(Mail.from(MARTA));
        var reply = new Reply(
                new Body.Plain("With Luca."),
                List.of(new Mailbox(null, MARTA)),
                List.of(new Mailbox("Luca", "luca@acme.test")),
                List.of(),
                null);

        desk.reply(ticket.id(), reply, giulia.actor());

        assertThat(conversation.participants(ticket.id()))
                .extracting(Participant::address)
                .containsExactly(MARTA, "luca@acme.test");
        assertThat(timeline.of(new Subject("ticket", ticket.id()), null, 100))
                .filteredOn(entry -> entry.kind().equals("tickets.participantAdded"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(giulia.actor());
                    assertThat(entry.data()).containsEntry("address", "luca@acme.test");
                });
        assertThat(sentTo("luca@acme.test").getLast().replyTo())
                .isNotEqualTo(sentTo(MARTA).getLast().replyTo());
    }

    @Test
    void an_answer_needs_words_and_never_goes_to_ourselves() {
        var ticket = reported(Mail.from(MARTA));
        var toUs = new Reply(
                new Body.Plain("Hello"), List.of(new Mailbox(null, "support@pronto.test")), null, List.of(), null);
        var closing = new Reply(new Body.Plain("Bye"), null, null, List.of(), TicketState.CLOSED);

        assertThatThrownBy(() -> desk.reply(ticket.id(), saying("  "), giulia.actor()))
                .isInstanceOf(EmptyMessage.class);
        assertThatThrownBy(() -> desk.reply(ticket.id(), toUs, giulia.actor())).isInstanceOf(RecipientIsOurs.class);
        assertThatThrownBy(() -> desk.reply(ticket.id(), closing, giulia.actor()))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void a_technician_starts_a_conversation_and_the_answer_joins_it() {
        var ticket = desk.write(
                new Desk.Letter(
                        "Your invoice",
                        new Body.Plain("Please look at it."),
                        List.of(new Mailbox("Marta", MARTA)),
                        List.of(),
                        List.of(),
                        giulia.id()),
                giulia.actor());

        assertThat(ticket.state()).isEqualTo(TicketState.IN_WORK);
        assertThat(ticket.technician()).isEqualTo(giulia.id());
        assertThat(ticket.customer()).isEqualTo(acme.id());
        assertThat(sentTo(MARTA).getLast().subject()).isEqualTo("Your invoice");
        var ours = conversation.of(ticket.id(), null, 1).getFirst();
        assertThat(reported(Mail.from(MARTA).answering(ours.messageId())).id()).isEqualTo(ticket.id());
    }
}
