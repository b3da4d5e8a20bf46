package pronto.channels.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.channels.Mailbox;
import pronto.channels.Outbox;
import pronto.channels.OutgoingMail;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.runtime.RealDatabase;
import pronto.staff.Role;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutboxScreenTest extends RealDatabase {

    static final AtomicInteger number = new AtomicInteger();

    @Autowired
    WebServerApplicationContext context;

    @Autowired
    Outbox outbox;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient db;

    @Autowired
    InstantSource time;

    Cast cast;
    Browser giulia;

    @BeforeEach
    void signIn() {
        cast = new Cast(context);
        giulia = cast.browserOf(cast.giulia());
    }

    @Test
    void without_a_relay_mail_stays_and_the_screen_says_so() {
        send("marta@rossi.example", "La fattura");

        assertThat(giulia.get("/outbox").body())
                .contains("No relay is set", "marta@rossi.example", "La fattura", "On its way", "Take back");
        assertThat(giulia.get("/outbox?state=sent").body()).contains("Nothing here");
    }

    @Test
    void it_is_there_in_italian_too() {
        var marco = cast.marco();
        db.sql("update staff.technician set language = 'it' where id = ?")
                .param(marco.id())
                .update();

        assertThat(cast.browserOf(marco).get("/outbox").body()).contains("Posta in uscita", "In partenza", "Ritirati");
    }

    @Test
    void a_mail_is_taken_back_with_one_button_and_the_timeline_tells() {
        var sent = send("luca@rossi.example", "Troppo presto");

        var answer = giulia.post("/outbox/" + sent.outgoing() + "/cancellation", Map.of(), "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("id=\"outbox\"", "Taken back");
        assertThat(timeline.of(new Subject("outgoing", sent.outgoing()), null, 5))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.kind()).isEqualTo("channels.takenBack");
                    assertThat(entry.actor().name()).isEqualTo("Giulia Bianchi");
                });
        assertThat(giulia.post("/outbox/" + sent.outgoing() + "/cancellation", Map.of(), "HX-Request", "true")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void what_was_refused_says_why_and_is_sent_again_with_one_button() {
        var sent = send("pia@rossi.example", "Torna indietro");
        var delivery = outbox.deliveries(List.of(sent.outgoing())).getFirst().id();
        db.sql(
                        "update channels.delivery set state = 'bounced', answer = '550 5.1.1 <b>no such</b> person' where id = ?")
                .param(delivery)
                .update();
        assertThat(giulia.get("/outbox?state=bounced").body())
                .contains("550 5.1.1 &lt;b&gt;no such&lt;/b&gt; person", "Send again");

        var answer = giulia.post(
                "/outbox/deliveries/" + delivery + "/resends", Map.of("state", "alone"), "HX-Request", "true");

        assertThat(answer.body()).contains("outgoing:" + sent.outgoing(), "On its way");
        assertThat(answer.headers().firstValue("Pronto-Said").orElseThrow()).contains("pia%40rossi.example");
    }

    @Test
    void a_message_is_shown_as_it_left() {
        giulia.post("/settings/mail", Map.of("en", "x", "it", "x"));
        var ada = cast.browserOf(cast.ada());
        assertThat(ada.post("/settings/mail", Map.of("en", "{name}, Acme", "it", "{name}\n{address}"))
                        .statusCode())
                .isEqualTo(303);
        var sent = send("marta@rossi.example", "<script>alert(1)</script>");

        assertThat(giulia.get("/outbox/" + sent.outgoing()).body())
                .contains(
                        "&lt;script&gt;alert(1)",
                        "La fattura è corretta.",
                        "Giulia\nsupport@acme.example",
                        sent.messageId().replace("<", "&lt;").replace(">", "&gt;"))
                .doesNotContain("<script>alert");
    }

    @Test
    void only_who_arranges_the_work_writes_the_signature() {
        assertThat(giulia.get("/settings/mail").statusCode()).isEqualTo(200);
        assertThat(giulia.post("/settings/mail", Map.of("en", "x", "it", "x")).statusCode())
                .isEqualTo(403);
        assertThat(cast.browserOf(cast.hired("Leo Verdi", Role.LEAD))
                        .post("/settings/mail", Map.of("en", "x".repeat(3000), "it", "x"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_oldest_are_a_button_away() {
        for (int i = 0; i < 60; i++) {
            send("page" + i + "@rossi.example", "Tante");
        }
        var first = giulia.get("/outbox").body();
        var from = first.indexOf("/outbox/list?state=all&amp;before=");
        var next = first.substring(from, first.indexOf('"', from)).replace("&amp;", "&");

        assertThat(first).contains("page59@rossi.example").doesNotContain("page9@rossi.example");
        assertThat(giulia.get(next).body()).contains("page9@rossi.example").doesNotContain("page10@rossi.example");
    }

    @Test
    void a_message_that_is_not_there_is_told_as_such() {
        assertThat(giulia.get("/outbox/987654321").statusCode()).isEqualTo(404);
    }

    private Outbox.Sent send(String address, String subject) {
        return outbox.send(new OutgoingMail(
                "screen:" + number.incrementAndGet(),
                "Giulia",
                "support@acme.example",
                List.of(new Mailbox(null, address)),
                List.of(),
                subject,
                "La fattura è corretta.",
                null,
                null,
                List.of(),
                List.of(),
                "it",
                false,
                null,
                null,
                null,
                time.instant().plus(Duration.ofSeconds(5))));
    }

    @Test
    void the_mails_of_one_address_or_one_domain_are_found() {
        send("vera@found.example", "Trovata");
        send("elio@found.example", "Anche lui");
        send("vera@lost.example", "Altrove");

        var hers = giulia.get("/outbox?state=all&to=Vera%40Found.example").body();
        assertThat(hers)
                .contains("Trovata", "href=\"/outbox?state=sent&amp;to=Vera%40Found.example\"")
                .doesNotContain("Anche lui", "Altrove");
        assertThat(giulia.get("/outbox?to=found.example").body())
                .contains("Trovata", "Anche lui")
                .doesNotContain("Altrove");
        assertThat(giulia.get("/outbox/list?state=queued&to=@lost.example").body())
                .contains("Altrove")
                .doesNotContain("Trovata");
    }

    @Test
    void a_letter_that_lets_somebody_in_says_why_it_is_not_shown() {
        var sent = send("nuova@rossi.example", "Benvenuta");
        db.sql("update channels.outgoing set subject_kind = 'technician', subject_id = 1 where id = ?")
                .param(sent.outgoing())
                .update();

        assertThat(giulia.get("/outbox/" + sent.outgoing()).body())
                .contains("The text holds a personal link and is not shown.")
                .doesNotContain("La fattura è corretta.");
    }

    @Test
    void the_signature_is_seen_as_it_will_be_read() {
        var ada = cast.ada();
        cast.browserOf(ada).post("/settings/mail", Map.of("en", "{name} of Acme, {address}", "it", "{name}"));

        assertThat(cast.browserOf(ada).get("/settings/mail").body())
                .contains(ada.name() + " of Acme, support@localhost");
    }
}
