package pronto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.channels.Mailbox;
import pronto.channels.Outbox;
import pronto.channels.OutgoingMail;
import pronto.knowledge.CannedAnswers;
import pronto.people.Cast;
import pronto.runtime.RealDatabase;

/** The outbox and the canned answers as people see and use them. */
@NeedsBrowser
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MailScreensTest extends RealDatabase {

    static final List<Look> LOOKS = List.of(Look.DESK, Look.NIGHT, Look.PHONE, Look.PHONE_AT_NIGHT);

    @Autowired
    WebServerApplicationContext context;

    @Autowired
    Outbox outbox;

    @Autowired
    CannedAnswers answers;

    @Autowired
    JdbcClient db;

    @Autowired
    InstantSource time;

    @BeforeEach
    void empty() {
        db.sql("delete from channels.delivery").update();
        db.sql("delete from channels.outgoing").update();
        db.sql("delete from knowledge.article").update();
    }

    @Test
    void the_outbox_has_no_barrier_in_any_look() {
        for (var look : LOOKS) {
            try (var ada = visitor(look)) {
                ada.open("/outbox?state=bounced").findsNoFault();
            }
        }
        send("marta@rossi.example", "La fattura di novembre", "queued", null);
        send(
                "luca.bianchi.amministrazione@unnomemoltolungo.rossi.example",
                "Re: Non riesco ad accedere",
                "deferred",
                "452 4.2.2 Mailbox full, try again later");
        send(
                "pia@verdi.example",
                "Re: Ordine 4711",
                "bounced",
                "550 5.1.1 <pia@verdi.example>: Recipient address rejected");
        send("ugo@neri.example", "Abbiamo ricevuto la tua richiesta", "sent", "250 2.0.0 Ok");
        for (var look : LOOKS) {
            try (var ada = visitor(look)) {
                ada.open("/outbox").findsNoFault().picture("outbox-" + look);
                ada.page().locator(".out__what a").first().click();
                ada.page().waitForSelector(".out-mail");
                ada.findsNoFault().picture("outgoing-" + look);
            }
        }
    }

    @Test
    void a_mail_is_taken_back_and_the_row_changes_in_place() {
        send("marta@rossi.example", "Troppo presto", "queued", null);
        try (var ada = visitor(Look.DESK)) {
            ada.open("/outbox");
            ada.page().locator(".out__do button").click();
            ada.page().waitForSelector(".out__row .badge--line");

            assertThat(ada.page().locator(".out__do button").count()).isZero();
            ada.findsNoFault();
        }
    }

    @Test
    void a_canned_answer_is_written_with_formats_and_read_again() {
        for (var look : LOOKS) {
            try (var ada = visitor(look)) {
                ada.open("/settings/answers").findsNoFault().picture("answers-" + look);
                ada.open("/settings/answers/new").findsNoFault();
                ada.page().locator("#f-name").fill("Attesa " + look);
                ada.page().locator(".rich__text").click();
                ada.page().locator("[data-format=bold]").click();
                ada.page().keyboard().type("Un attimo");
                ada.page().locator("[data-format=bold]").click();
                ada.page().keyboard().type(", {{reporter.firstName}}");
                ada.findsNoFault().picture("answer-" + look);
                ada.page().locator("form .btn--main").click();
                ada.page().waitForURL("**/settings/answers");
            }
        }
        assertThat(answers.matching("attesa", "it", 10))
                .hasSize(4)
                .allSatisfy(answer ->
                        assertThat(answer.html()).isEqualTo("<p><b>Un attimo</b>, {{reporter.firstName}}</p>"));
    }

    @Test
    void a_gap_nobody_fills_is_told_beside_the_text_and_nothing_is_lost() {
        try (var ada = visitor(Look.NIGHT)) {
            ada.open("/settings/answers/new");
            ada.page().locator("#f-name").fill("Wrong");
            ada.page().locator(".rich__text").click();
            ada.page().keyboard().type("Hello {{nobody}}");
            ada.page().locator("form .btn--main").click();
            ada.page()
                    .locator("#f-html-error", new Page.LocatorOptions().setHasText("nobody"))
                    .waitFor();

            assertThat(ada.page().locator(".rich__text").textContent()).contains("Hello");
            ada.findsNoFault();
        }
    }

    private Visitor visitor(Look look) {
        var cast = new Cast(context);
        var ada = cast.ada();
        db.sql("update staff.technician set language = :language where id = :id")
                .params(Map.of("language", look.language(), "id", ada.id()))
                .update();
        var root = "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
        var visitor = new Visitor(root, look);
        var cookie = Objects.requireNonNull(cast.browserOf(ada).cookie()).split("=", 2);
        visitor.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(root)));
        return visitor;
    }

    private void send(String address, String subject, String state, @org.jspecify.annotations.Nullable String answer) {
        var sent = outbox.send(new OutgoingMail(
                "look:" + address,
                "Giulia Bianchi",
                "support@acme.example",
                List.of(new Mailbox(null, address)),
                List.of(),
                subject,
                "Buongiorno,\n\nla fattura è corretta: il totale comprende il canone di ottobre.",
                null,
                null,
                List.of(),
                List.of(),
                "it",
                false,
                null,
                null,
                null,
                time.instant()));
        db.sql("update channels.delivery set state = :state, answer = :answer, attempts = 3 where outgoing_id = :id")
                .param("state", state)
                .param("answer", answer)
                .param("id", sent.outgoing())
                .update();
    }
}
