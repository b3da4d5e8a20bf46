package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.staff.Scope;
import pronto.tickets.AtTheDesk;
import pronto.tickets.LinkEnded;
import pronto.tickets.Mail;
import pronto.tickets.Opinions;
import pronto.tickets.Resolution;
import pronto.tickets.Satisfaction;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;

/** Who reported is asked once whether they are content, and says so on a page that their link opens. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class SatisfactionTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Opinions opinions;

    @Test
    void the_satisfaction_question_is_a_link_that_opens_a_page_with_the_answer_chosen_and_one_button() {
        var ticket = resolved();
        var page = new Cast(context).stranger().get(link(ticket) + "?answer=partly");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(ticket.code(), "Com’è andata?", "value=\"partly\" checked")
                .containsOnlyOnce("<button")
                .doesNotContain(MARTA, "value=\"satisfied\" checked");
    }

    @Test
    void a_scanner_that_opens_every_link_of_the_mail_changes_nothing() {
        var ticket = resolved();
        var before = now(ticket);
        for (var answer : List.of("satisfied", "partly", "unsatisfied")) {
            new Cast(context).stranger().get(link(ticket) + "?answer=" + answer);
        }

        assertThat(now(ticket)).isEqualTo(before);
        assertThat(opinions.of(ticket.id()).orElseThrow().answer()).isNull();
    }

    @Test
    void what_they_say_stands_on_the_ticket_in_lists_and_in_the_api_and_may_be_changed_until_the_term() {
        var ticket = resolved();
        var link = link(ticket);
        var cast = new Cast(context);
        var stranger = cast.stranger();
        var program = cast.programOf(giulia, Scope.READ);
        var path = "/api/v1/tickets/" + ticket.code();

        assertThat(stranger.post(link, Map.of("answer", "satisfied")).statusCode())
                .isEqualTo(303);
        assertThat(stranger.get(link + "?said").body()).contains("Grazie, ne abbiamo preso nota", "Cambia");
        stranger.post(link, Map.of("answer", "unsatisfied", "comment", "Due giorni <b>per</b> una password."));

        assertThat(now(ticket).satisfaction()).isEqualTo(Satisfaction.UNSATISFIED);
        assertThat(program.get(path).json().path("satisfaction").asString()).isEqualTo("unsatisfied");
        assertThat(program.get(path + "/satisfaction").json().path("comment").asString())
                .isEqualTo("Due giorni <b>per</b> una password.");
        var browser = cast.browserOf(giulia);
        assertThat(browser.get("/tickets/" + ticket.code()).body()).contains("Due giorni &lt;b", "went badly");
        assertThat(browser.get("/customers/ACME/tickets?all=true").body()).contains("went badly");
        assertThat(db.sql("select count(*) from timeline.entry where kind = 'tickets.rated' and subject_id = ?")
                        .param(ticket.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        shift.set(Duration.ofDays(31));
        assertThat(stranger.get(link).statusCode()).isEqualTo(410);
        assertThat(stranger.post(link, Map.of("answer", "satisfied")).statusCode())
                .isEqualTo(410);
        assertThat(now(ticket).satisfaction()).isEqualTo(Satisfaction.UNSATISFIED);
    }

    @Test
    void a_ticket_is_asked_about_once_however_often_it_is_resolved() {
        var ticket = resolved();
        desk.reopen(ticket.id(), giulia.actor());
        resolve(ticket, giulia.actor());

        assertThat(mails(ticket)).hasSize(1);
    }

    @Test
    void a_resolution_that_is_taken_back_has_asked_nothing() {
        var ticket = resolved();
        desk.takeBack(
                ticket.id(), conversation.of(ticket.id(), null, 50).getLast().id(), giulia.actor());

        assertThat(opinions.of(ticket.id())).isEmpty();
        resolve(ticket, giulia.actor());
        assertThat(opinions.of(ticket.id())).isPresent();
    }

    @Test
    void nobody_is_asked_whom_nothing_was_told_or_whom_we_stopped_waiting_for() {
        var silent = screened(reported(Mail.from(MARTA)));
        desk.resolve(silent.id(), new Resolution.Answer("", null), giulia.actor());
        var ended = screened(reported(Mail.from(MARTA)));
        resolve(ended, Actor.PRONTO);

        assertThat(opinions.of(silent.id())).isEmpty();
        assertThat(opinions.of(ended.id())).isEmpty();
    }

    @Test
    void an_answer_that_is_none_and_a_link_that_somebody_made_up_are_refused_in_words() {
        var ticket = resolved();
        var stranger = new Cast(context).stranger();
        var link = link(ticket);

        assertThat(stranger.post(link, Map.of("answer", "great", "comment", "Sì"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(stranger.post(link, Map.of("answer", "great", "comment", "Sì"))
                        .body())
                .contains(">Sì</textarea>", "role=\"alert\"");
        var forged = (link.charAt(14) == 'A' ? "B" : "A") + link.substring("/satisfaction/".length() + 1);
        for (var wrong : List.of(forged, "x", "A".repeat(35), "é".repeat(35))) {
            assertThatThrownBy(() -> opinions.look(wrong)).as(wrong).isInstanceOf(LinkEnded.class);
        }
    }

    private Ticket resolved() {
        var ticket = screened(reported(Mail.from(MARTA)));
        resolve(ticket, giulia.actor());
        return now(ticket);
    }

    private void resolve(Ticket ticket, Actor by) {
        desk.resolve(ticket.id(), new Resolution.Answer("La password è nuova.", null), by);
    }

    private Ticket now(Ticket ticket) {
        return Objects.requireNonNull(tickets.ticket(ticket.id()));
    }

    private List<String> mails(Ticket ticket) {
        return db.sql("""
                select text from channels.outgoing
                 where subject_kind = 'ticket' and subject_id = :id and text like '%/satisfaction/%' order by id
                """)
                .param("id", ticket.id())
                .query((row, number) -> row.getString("text"))
                .list();
    }

    private String link(Ticket ticket) {
        return mails(ticket).getLast().replaceFirst("(?s).*?(/satisfaction/[-_A-Za-z0-9]+).*", "$1");
    }
}
