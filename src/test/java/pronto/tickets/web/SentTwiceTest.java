package pronto.tickets.web;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.Ticket;
import pronto.tickets.work.Drafts;
import pronto.tickets.work.LetterDrafts;

/** Giulia presses once; her browser, her line or a second tab sends it more often. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class SentTwiceTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Drafts drafts;

    @Autowired
    private LetterDrafts letters;

    private Browser browser;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void signIn() {
        browser = new Cast(context).browserOf(giulia);
    }

    @Test
    void an_answer_that_arrives_eight_times_at_once_leaves_once() throws Exception {
        var ticket = reported(Mail.from(MARTA));
        var before = sentTo(MARTA).size();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = IntStream.range(0, 8)
                    .mapToObj(n -> senders.submit(() -> answers(ticket, "<p>Arrivo.</p>")))
                    .toList();
            for (var press : presses) {
                assertThat(press.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
        }
        assertThat(texts(ticket)).containsOnlyOnce("Arrivo.");
        assertThat(sentTo(MARTA)).hasSize(before + 1);
        assertThat(facts(ticket)).containsOnlyOnce("answered");
    }

    @Test
    void an_answer_whose_confirmation_was_lost_is_sent_again_and_shows_as_sent() throws Exception {
        var ticket = reported(Mail.from(MARTA));
        drafts.save(ticket.id(), giulia.id(), Message.Kind.MESSAGE, "<p>Dal treno.</p>");
        sendsAndHearsNothing("/tickets/" + ticket.code() + "/messages", answer("<p>Dal treno.</p>"));
        await().atMost(Duration.ofSeconds(60)).until(() -> texts(ticket).contains("Dal treno."));
        // The page believes that nothing was sent, and keeps the words as a draft.
        drafts.save(ticket.id(), giulia.id(), Message.Kind.MESSAGE, "<p>Dal treno.</p>");

        var again = answers(ticket, "<p>Dal treno.</p>");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("Dal treno.");
        assertThat(again.headers().firstValue("Pronto-Undo"))
                .hasValue("/tickets/" + ticket.code() + "/messages/"
                        + conversation.of(ticket.id(), null, 10).getLast().id());
        assertThat(texts(ticket)).containsOnlyOnce("Dal treno.");
        assertThat(drafts.find(ticket.id(), giulia.id(), Message.Kind.MESSAGE)).isEmpty();
    }

    @Test
    void other_words_than_those_that_left_are_kept_and_she_is_told() {
        var ticket = reported(Mail.from(MARTA));
        answers(ticket, "<p>Prima versione.</p>");

        var other = answers(ticket, "<p>Seconda versione.</p>");

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.headers().firstValue("Pronto-Refusal")).hasValue("done-before");
        assertThat(texts(ticket)).contains("Prima versione.").doesNotContain("Seconda versione.");
    }

    @Test
    void the_same_words_sent_deliberately_again_leave_again() {
        var ticket = reported(Mail.from(MARTA));

        answers(ticket, "<p>Sollecito.</p>");
        browser.post(
                messages(ticket), answer("<p>Sollecito.</p>"), "HX-Request", "true", "Idempotency-Key", key + "-next");

        assertThat(texts(ticket)).filteredOn("Sollecito."::equals).hasSize(2);
    }

    @Test
    void what_was_refused_may_be_sent_with_the_same_key_once_it_is_mended() {
        var ticket = reported(Mail.from(MARTA));

        assertThat(answers(ticket, "").statusCode()).isEqualTo(422);
        assertThat(answers(ticket, "<p>Ora sì.</p>").statusCode()).isEqualTo(200);
        assertThat(texts(ticket)).containsOnlyOnce("Ora sì.");
    }

    @Test
    void a_key_of_giulias_means_nothing_in_marcos_hands() {
        var ticket = reported(Mail.from(MARTA));
        answers(ticket, "<p>Io.</p>");

        new Cast(context)
                .browserOf(marco)
                .post(messages(ticket), answer("<p>Io.</p>"), "HX-Request", "true", "Idempotency-Key", key);

        assertThat(texts(ticket)).filteredOn("Io."::equals).hasSize(2);
    }

    @Test
    void a_note_that_arrives_twice_is_there_once() {
        var ticket = reported(Mail.from(MARTA));
        var note = Map.of("kind", "note", "html", "<p>Attenti.</p>");

        twice(messages(ticket), note);

        assertThat(texts(ticket)).containsOnlyOnce("Attenti.");
    }

    @Test
    void a_first_message_that_arrives_twice_opens_one_ticket() {
        var form = Map.of("to", "nuova@acme.test", "cc", "", "subject", "Benvenuta " + key, "html", "<p>Eccoci.</p>");
        var paths = twice("/tickets", form).stream()
                .map(answer -> answer.headers().firstValue("HX-Redirect"))
                .toList();

        assertThat(paths.getFirst()).isPresent().isEqualTo(paths.getLast());
        assertThat(sentTo("nuova@acme.test")).hasSize(1);
        assertThat(letters.find(giulia.id())).isEmpty();
    }

    @Test
    void a_resolution_with_a_text_that_arrives_twice_is_told_to_the_customer_once() {
        var ticket = screened(reported(Mail.from(MARTA)));
        var before = sentTo(MARTA).size();

        var answers = twice(
                "/tickets/" + ticket.code() + "/resolution", Map.of("kind", "answer", "text", "Riavviare basta."));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(sentTo(MARTA)).hasSize(before + 1);
    }

    @Test
    void an_act_on_several_tickets_that_arrives_twice_says_the_same_twice() {
        var one = reported(Mail.from(MARTA));
        var other = reported(Mail.from(MARTA));
        desk.pickUp(one.id(), marco.id(), marco.actor());

        var said = twice("/queue/bulk", Map.of("act", "release", "view", "all", "ticket", one.code())).stream()
                .map(answer -> answer.headers().firstValue("Pronto-Said"))
                .toList();
        twice("/queue/bulk", Map.of("act", "pickup", "view", "all", "ticket", other.code()));

        assertThat(said.getFirst()).isPresent().isEqualTo(said.getLast());
        assertThat(facts(one)).containsOnlyOnce("released");
        assertThat(facts(other)).containsOnlyOnce("pickedUp");
    }

    private HttpResponse<String> answers(Ticket ticket, String html) {
        return sends(messages(ticket), answer(html));
    }

    private HttpResponse<String> sends(String path, Map<String, String> form) {
        return browser.post(path, form, "HX-Request", "true", "Idempotency-Key", key);
    }

    private List<HttpResponse<String>> twice(String path, Map<String, String> form) {
        return Stream.of(sends(path, form), sends(path, form)).toList();
    }

    private static String messages(Ticket ticket) {
        return "/tickets/" + ticket.code() + "/messages";
    }

    private static Map<String, String> answer(String html) {
        return Map.of("kind", "message", "html", html, "to", MARTA, "then", "");
    }

    /** The whole request, and nobody there to read what is answered. */
    private void sendsAndHearsNothing(String path, Map<String, String> form) throws IOException {
        var body = form.entrySet().stream()
                .map(field -> encode(field.getKey(), UTF_8) + "=" + encode(field.getValue(), UTF_8))
                .reduce((one, next) -> one + "&" + next)
                .orElseThrow()
                .getBytes(UTF_8);
        var head = """
                POST %s HTTP/1.1
                Host: 127.0.0.1
                Cookie: %s
                X-CSRF: %s
                HX-Request: true
                Idempotency-Key: %s
                Content-Type: application/x-www-form-urlencoded
                Content-Length: %d

                """.formatted(path, browser.cookie(), browser.mark(), key, body.length);
        var port = Objects.requireNonNull(context.getWebServer()).getPort();
        try (var line = new Socket("127.0.0.1", port)) {
            line.setSoLinger(true, 0);
            line.getOutputStream().write(head.replace("\n", "\r\n").getBytes(UTF_8));
            line.getOutputStream().write(body);
            line.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> line.getInputStream().available() > 0);
        }
    }
}
