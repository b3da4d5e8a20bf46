package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleText;
import pronto.knowledge.Articles;
import pronto.knowledge.Audience;
import pronto.people.Cast;
import pronto.staff.Scope;
import pronto.tickets.AtTheDesk;
import pronto.tickets.EvidenceMissing;
import pronto.tickets.GuidelineUnknown;
import pronto.tickets.Mail;
import pronto.tickets.Resolution;
import pronto.tickets.Resolution.Kind;
import pronto.tickets.TicketState;

/** Each kind of resolution shows something of its own, or is refused in words. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class ShownTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Articles articles;

    @Test
    void a_kind_without_its_evidence_is_refused_and_the_ticket_stays_as_it_is() {
        var ticket = screened(reported(Mail.from(MARTA)));

        for (var kind : List.of(Kind.GUIDELINE, Kind.WORKAROUND, Kind.HOTFIX)) {
            assertThatThrownBy(() -> desk.resolve(ticket.id(), Resolution.of(kind, "Fatto.", " "), giulia.actor()))
                    .isInstanceOf(EvidenceMissing.class);
        }
        assertThatThrownBy(
                        () -> desk.resolve(ticket.id(), Resolution.of(Kind.SERVICE_PROVIDED, "", null), giulia.actor()))
                .isInstanceOf(EvidenceMissing.class);

        assertThat(tickets.ticket(ticket.id()).state()).isEqualTo(TicketState.WAITING);
    }

    @Test
    void an_answer_and_what_is_none_of_these_need_none() {
        for (var kind : List.of(Kind.ANSWER, Kind.OTHER)) {
            var ticket = screened(reported(Mail.from(MARTA)));
            assertThat(desk.resolve(ticket.id(), Resolution.of(kind, "", null), giulia.actor())
                            .state())
                    .isEqualTo(TicketState.RESOLVED);
        }
    }

    @Test
    void a_service_shows_what_was_provided_which_the_customer_may_be_told() {
        var ticket = screened(reported(Mail.from(MARTA)));

        var resolved = desk.resolve(
                ticket.id(), Resolution.of(Kind.SERVICE_PROVIDED, "Dominio attivato.", null), giulia.actor());

        assertThat(resolved.resolution())
                .isEqualTo(new Resolution.ServiceProvided("Dominio attivato.", "Dominio attivato."));
    }

    @Test
    void a_guideline_names_a_published_article_by_title_number_or_address() {
        var title = "Collegare il lettore " + System.nanoTime();
        var article = articles.add(
                new Articles.Draft(
                        ArticleKind.GUIDELINE,
                        Audience.PUBLIC,
                        new ArticleText(title, "<p>Accendilo.</p>"),
                        null,
                        null,
                        ""),
                giulia.actor());
        assertThatThrownBy(() -> guided(title)).isInstanceOf(GuidelineUnknown.class);
        articles.publish(article.id(), revision -> {}, giulia.actor());

        for (var named : List.of(
                title.toUpperCase(Locale.ROOT),
                Long.toString(article.id()),
                "http://localhost:8080/knowledge/" + article.id())) {
            assertThat(guided(named)).isEqualTo("/knowledge/" + article.id());
        }
    }

    private String guided(String named) {
        var ticket = screened(reported(Mail.from(MARTA)));
        var resolution = desk.resolve(ticket.id(), Resolution.of(Kind.GUIDELINE, "", named), giulia.actor())
                .resolution();
        return resolution == null ? "" : String.valueOf(resolution.evidence());
    }

    @Test
    void a_program_and_a_person_are_told_in_words_what_is_missing() {
        var cast = new Cast(context);
        var ticket = screened(reported(Mail.from(MARTA)));
        var path = "/tickets/" + ticket.code() + "/resolution";

        var refused = cast.programOf(giulia, Scope.READ, Scope.WRITE)
                .post("/api/v1" + path, "{\"kind\": \"workaround\", \"text\": \"Use the old page.\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("evidence-missing");
        assertThat(refused.json().path("field").asString()).isEqualTo("evidence");
        var browser = cast.browserOf(giulia);
        assertThat(browser.post(path, Map.of("kind", "hotfix"), "HX-Request", "true")
                        .body())
                .contains("data-field=\"evidence\"", "hotfix");
        browser.post(path, Map.of("kind", "workaround", "evidence", "https://faults.test/7"));
        assertThat(browser.get("/tickets/" + ticket.code()).body()).contains("href=\"https://faults.test/7\"");
    }
}
