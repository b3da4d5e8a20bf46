package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.customers.CustomerFields;
import pronto.people.Cast;
import pronto.sla.PlanSaid;
import pronto.sla.Plans;
import pronto.staff.Scope;
import pronto.tickets.Asking;
import pronto.tickets.Askings;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Channel;
import pronto.tickets.Checklist;
import pronto.tickets.Diagnostic;
import pronto.tickets.LinkEnded;
import pronto.tickets.Mail;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.tickets.TooOften;
import pronto.timeline.Actor;

/** A customer is asked for what we need to see, reminded, and waited for no longer than is polite. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class AskingTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Askings askings;

    @Autowired
    private Patience patience;

    @Autowired
    private Plans plans;

    @Test
    void the_customer_is_asked_by_mail_and_the_ticket_waits_for_them() {
        var ticket = asked(Checklist.PAGE.items());

        assertThat(now(ticket).state()).isEqualTo(TicketState.WAITING_FOR_CUSTOMER);
        assertThat(mails(ticket).getLast()).contains("I passi che portano lì", "Un’immagine dello schermo", "/asked/");
        assertThat(db.sql("select full_text from tickets.message where ticket_id = :ticket order by id desc limit 1")
                        .param("ticket", ticket.id())
                        .query(String.class)
                        .single())
                .contains("I passi che portano lì")
                .doesNotContain("/asked/");
    }

    @Test
    void what_they_tick_write_and_attach_is_their_message_and_brings_the_ticket_back() {
        var ticket = asked(Checklist.PAGE.items());
        var path = linkOf(ticket);
        var stranger = new Cast(context).stranger();

        var page = stranger.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(ticket.code(), "I passi che portano lì", "lang=\"it\"");
        assertThat(now(ticket).state()).isEqualTo(TicketState.WAITING_FOR_CUSTOMER);
        var sent = stranger.post(path, Map.of("done", "steps", "note.browser", "Firefox 145", "text", "Ecco."));

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(now(ticket).state()).isEqualTo(TicketState.IN_WORK);
        var message = conversation.of(ticket.id(), null, 50).getLast();
        assertThat(message.channel()).isEqualTo(Channel.PORTAL);
        assertThat(message.text()).contains("✓ I passi che portano lì", "Firefox 145", "Ecco.");
        assertThat(askings.last(ticket.id()).orElseThrow().items())
                .filteredOn(Asking.Item::done)
                .extracting(Asking.Item::what)
                .containsExactly(Diagnostic.STEPS, Diagnostic.BROWSER);
        assertThat(stranger.get(path + "?sent").body()).contains("Grazie, è arrivato");
    }

    @Test
    void a_link_without_a_word_a_wrong_one_and_one_that_ended_are_told_in_words() {
        var ticket = asked(List.of(Diagnostic.STEPS));
        var path = linkOf(ticket);
        var stranger = new Cast(context).stranger();

        assertThat(stranger.post(path, Map.of("text", " ")).statusCode()).isEqualTo(422);
        var wrong = path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A");
        assertThat(stranger.get(wrong).statusCode()).isEqualTo(410);
        shift.set(Duration.ofDays(31));
        assertThat(stranger.get(path).statusCode()).isEqualTo(410);
    }

    @Test
    void asking_anew_ends_the_earlier_link() {
        var ticket = asked(List.of(Diagnostic.STEPS));
        var first = token(ticket);
        askings.ask(ticket.id(), List.of(Diagnostic.HAR), "Ancora una cosa:", giulia.actor());

        assertThatThrownBy(() -> askings.look(first)).isInstanceOf(LinkEnded.class);
        assertThat(askings.look(token(ticket)).items())
                .extracting(Asking.Item::what)
                .containsExactly(Diagnostic.HAR);
    }

    @Test
    void a_link_takes_only_so_much_in_an_hour() {
        var ticket = asked(List.of(Diagnostic.STEPS));
        var token = token(ticket);
        for (int i = 0; i < 20; i++) {
            askings.answer(token, saying("Passo " + i, List.of()));
        }

        assertThatThrownBy(() -> askings.answer(token, saying("Ancora", List.of())))
                .isInstanceOf(TooOften.class);
        shift.set(Duration.ofMinutes(61));
        askings.answer(token, saying("Dopo", List.of()));
    }

    @Test
    void who_does_not_answer_is_reminded_twice_and_then_let_go_politely_and_comes_back_by_answering() {
        var ticket = asked(List.of(Diagnostic.STEPS));
        screened(ticket);
        var before = mails(ticket).size();
        var link = linkOf(ticket);

        after(Duration.ofDays(2), () -> assertThat(mails(ticket)).hasSize(before + 1));
        patience.look();
        assertThat(mails(ticket)).hasSize(before + 1);
        assertThat(mails(ticket).getLast()).contains("aspettiamo ancora", link);
        after(Duration.ofDays(5), () -> assertThat(mails(ticket)).hasSize(before + 2));
        after(Duration.ofDays(10), () -> assertThat(now(ticket).state()).isEqualTo(TicketState.RESOLVED));
        assertThat(now(ticket).resolution()).isInstanceOf(Resolution.Other.class);
        assertThat(mails(ticket).getLast()).contains("mettiamo da parte");
        shift.set(Duration.ofDays(12));
        patience.look();
        assertThat(mails(ticket)).hasSize(before + 3);

        askings.answer(token(ticket), saying("Eccomi.", List.of(Diagnostic.STEPS)));
        assertThat(now(ticket).state()).isEqualTo(TicketState.IN_WORK);
    }

    @Test
    void how_long_we_wait_in_silence_and_when_we_remind_is_said_by_the_plan() {
        plan(new PlanSaid.Waiting(List.of(1), 3));
        var ticket = screened(asked(List.of(Diagnostic.TIME)));
        var before = mails(ticket).size();

        after(Duration.ofDays(1), () -> assertThat(mails(ticket)).hasSize(before + 1));
        after(Duration.ofDays(3), () -> assertThat(now(ticket).state()).isEqualTo(TicketState.RESOLVED));
    }

    @Test
    void a_plan_may_wait_for_ever_and_one_that_gives_more_time_later_gives_it_to_whom_we_asked_before() {
        plan(new PlanSaid.Waiting(List.of(1), 3));
        var ticket = screened(asked(List.of(Diagnostic.TIME)));
        var before = mails(ticket).size();
        plan(new PlanSaid.Waiting(List.of(4), null));

        after(
                Duration.ofDays(2),
                () -> assertThat(next(ticket)).isEqualTo(asked(ticket).plus(Duration.ofDays(4))));
        assertThat(mails(ticket)).hasSize(before);
        after(Duration.ofDays(4), () -> assertThat(mails(ticket)).hasSize(before + 1));
        assertThat(next(ticket)).isNull();
    }

    private void plan(PlanSaid.Waiting silence) {
        var said = new PlanSaid("Patient", List.of("email"), "always", null, null, silence);
        plans.put("Patient", said, null, _ -> {}, Actor.PRONTO);
        var customer = customers.customer(acme.id()).orElseThrow();
        book.change(
                customer.id(),
                CustomerFields.named(customer.name())
                        .withLanguage("it")
                        .withDomains("acme.test")
                        .withPlan("Patient"),
                _ -> {},
                Actor.PRONTO);
    }

    private @Nullable Instant next(Ticket ticket) {
        return askings.last(ticket.id()).orElseThrow().nextAt();
    }

    private Instant asked(Ticket ticket) {
        return askings.last(ticket.id()).orElseThrow().askedAt();
    }

    @AfterEach
    void withoutPlan() {
        db.sql("update customers.customer set plan = null where id = :id")
                .param("id", acme.id())
                .update();
    }

    @Test
    void what_nobody_has_screened_comes_back_to_us_instead_of_being_let_go() {
        var ticket = asked(List.of(Diagnostic.STEPS));
        var before = mails(ticket).size();

        after(Duration.ofDays(2), () -> assertThat(mails(ticket)).hasSize(before + 1));
        after(Duration.ofDays(5), () -> assertThat(mails(ticket)).hasSize(before + 2));
        after(Duration.ofDays(10), () -> assertThat(now(ticket).state()).isEqualTo(TicketState.IN_WORK));
        patience.look();

        assertThat(mails(ticket)).hasSize(before + 2);
    }

    @Test
    void nobody_is_reminded_who_answered_by_mail() {
        var ticket = asked(List.of(Diagnostic.STEPS));
        var before = mails(ticket).size();
        arrives(Mail.from(MARTA).to(tokens.address("support@pronto.test", ticket.id(), MARTA)));

        after(
                Duration.ofDays(2),
                () -> assertThat(askings.last(ticket.id()).orElseThrow().nextAt())
                        .isNull());

        assertThat(mails(ticket)).hasSize(before);
    }

    @Test
    void a_program_asks_and_reads_what_came() {
        var ticket = reported(Mail.from(MARTA));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        var program = new Cast(context).programOf(giulia, Scope.READ, Scope.WRITE);
        var path = "/api/v1/tickets/" + ticket.code() + "/waiting";

        assertThat(program.get(path).status()).isEqualTo(404);
        var asked = program.post(path, "{\"diagnostics\": [\"har\", \"time\"]}");
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(201);
        assertThat(asked.json().path("state").asString()).isEqualTo("waitingForCustomer");
        assertThat(program.get(path).json().path("items").size()).isEqualTo(2);
        assertThat(program.post(path, "{\"diagnostics\": [\"all\"]}").problem()).isEqualTo("not-a-choice");
    }

    private Ticket asked(List<Diagnostic> things) {
        var ticket = reported(Mail.from(MARTA));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        askings.ask(ticket.id(), things, "", giulia.actor());
        return ticket;
    }

    /** The program looks by itself too: whichever was first, it has happened. */
    private void after(Duration time, ThrowingRunnable happened) {
        shift.set(time);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            patience.look();
            happened.run();
        });
    }

    private List<String> mails(Ticket ticket) {
        return db.sql(
                        "select text from channels.outgoing where subject_kind = 'ticket' and subject_id = :id order by id")
                .param("id", ticket.id())
                .query((row, number) -> row.getString("text"))
                .list();
    }

    private static Asking.Answer saying(String words, List<Diagnostic> ticked) {
        return new Asking.Answer(ticked, List.of(), words, List.of());
    }

    private Ticket now(Ticket ticket) {
        return tickets.ticket(ticket.id());
    }

    private String token(Ticket ticket) {
        return linkOf(ticket).substring("/asked/".length());
    }

    private String linkOf(Ticket ticket) {
        return db.sql("""
                select text from channels.outgoing where subject_id = :ticket and text like '%/asked/%'
                 order by id desc limit 1
                """)
                .param("ticket", ticket.id())
                .query(String.class)
                .single()
                .replaceFirst("(?s).*(/asked/[-_A-Za-z0-9]+).*", "$1");
    }
}
