package pronto.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.channels.Delivery;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerFields;
import pronto.customers.PlatformFields;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.staff.Role;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.timeline.Actor;
import pronto.ui.Texts;

/** What the screens around a ticket say of who writes, whose turn it is, and where a mail belongs. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class DeskScreensTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private CustomerBook book;

    @Autowired
    private Texts texts;

    private Browser browser;

    @BeforeEach
    void signIn() {
        db.sql("update staff.technician set language = 'it' where id = :id")
                .param("id", giulia.id())
                .update();
        browser = new Cast(context).browserOf(giulia);
    }

    @Test
    void a_customer_whose_code_is_written_is_proposed_first() {
        if (customers.byCode("C-28861").isEmpty()) {
            book.add("C-28861", CustomerFields.named("Gelateria Alba"), Actor.PRONTO);
            book.add("STRANO", CustomerFields.named("Strano S.r.l."), Actor.PRONTO);
        }
        var ticket = reported(Mail.from("alba@strano.test")
                .about("Non stampa")
                .saying("Buongiorno,\nsono il cliente c-28861, aiuto."));

        var side = browser.get("/tickets/" + ticket.code() + "/side").body();

        assertThat(side)
                .containsSubsequence("Gelateria Alba", "il codice è nella mail", "Strano S.r.l.")
                .contains("Collega a un cliente");
    }

    @Test
    void a_customer_whose_platform_is_written_is_proposed_and_never_tied_by_itself() {
        if (customers.byCode("BOTTEGA").isEmpty()) {
            var bottega = book.add("BOTTEGA", CustomerFields.named("La Bottega"), Actor.PRONTO);
            book.putPlatform(
                    bottega.id(),
                    PlatformFields.named("Negozio", "https://negozio.labottega.test/entra"),
                    CustomerBook.ANY,
                    Actor.PRONTO);
        }
        var ticket = reported(Mail.from("anna@posta.test")
                .about("Errore")
                .saying("Su https://negozio.labottega.test/carrello non si paga."));

        assertThat(ticket.customer()).isNull();
        assertThat(browser.get("/tickets/" + ticket.code() + "/side").body())
                .contains("La Bottega", "la piattaforma è nella mail");
    }

    @Test
    void a_customers_page_shows_what_they_wrote_and_no_way_to_remove_it() {
        var ticket = reported(Mail.from(MARTA).about("Sulla pagina del cliente"));

        assertThat(browser.get("/customers/ACME").body()).contains("hx-get=\"/customers/ACME/tickets\"");
        assertThat(browser.get("/customers/ACME/tickets").body())
                .contains("Sulla pagina del cliente", "/tickets/" + ticket.code());
        assertThat(browser.get("/customers/ACME/edit").body())
                .contains("ACME", "Questo cliente ha ticket")
                .doesNotContain("/customers/ACME/removal");
    }

    @Test
    void the_history_says_what_changed() {
        var ticket = reported(Mail.from(MARTA).about("Che cosa è cambiato"));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        desk.waitForCustomer(ticket.id(), giulia.actor());

        assertThat(browser.get("/tickets/" + ticket.code() + "/timeline").body())
                .containsSubsequence("Giulia Riva attende il cliente", "In lavorazione", "In attesa del cliente")
                .doesNotContain("#i-circle\"");
    }

    @Test
    void who_has_a_colleagues_ticket_in_sight_takes_it_by_a_word() {
        var ticket = reported(Mail.from(MARTA).about("Di un collega"));
        desk.pickUp(ticket.id(), marco.id(), marco.actor());

        assertThat(browser.get("/tickets/" + ticket.code() + "/head").body()).contains("Prendi da Marco Bassi");
    }

    @Test
    void somebody_in_copy_without_a_name_is_named_once() {
        var ticket = reported(Mail.from(MARTA).about("In copia").copying("tom@copied.test"));

        var side = browser.get("/tickets/" + ticket.code() + "/side").body();
        var waiting = side.substring(side.indexOf("copied-tom@copied.test"), side.indexOf("name=\"address\""));

        assertThat(waiting).contains("<b>").doesNotContain("<small>");
    }

    @Test
    void somebody_in_copy_whom_we_know_bears_their_name() {
        customers.tie(acme.id(), "tom@acme.test", "Tom Ellis", Actor.PRONTO);
        var ticket = reported(Mail.from("nadia@elsewhere.test").about("Con Tom").copying("tom@acme.test"));

        assertThat(browser.get("/tickets/" + ticket.code() + "/side").body())
                .contains("<b class=\"trim\">Tom Ellis</b>");
    }

    @Test
    void what_a_domain_does_not_say_is_no_failure() {
        var ticket = reported(Mail.from("Priya Nair", "priya@silent.test").about("Prova"));

        var talk = browser.get("/tickets/" + ticket.code() + "/talk").body();

        if (talk.contains("t-trust")) {
            assertThat(talk)
                    .contains("Non si può sapere se chi scrive è davvero Priya Nair.", "<i aria-hidden=\"true\">–</i>");
        }
    }

    @Test
    void what_we_answered_last_stands_below_what_nobody_took() {
        var answered = reported(Mail.from(MARTA).about("Risposto da noi"));
        desk.pickUp(answered.id(), giulia.id(), giulia.actor());
        desk.reply(answered.id(), saying("Ci siamo."), giulia.actor());
        var free = reported(Mail.from(MARTA).about("Di nessuno"));

        var queue = browser.get("/").body();

        assertThat(queue.indexOf("Di nessuno")).isPositive().isLessThan(queue.indexOf("Risposto da noi"));
        assertThat(row(queue, free.id()))
                .contains("#i-hand", "In attesa di presa in carico")
                .doesNotContain("p--");
        assertThat(row(queue, answered.id())).contains("#i-send", "Ultima parola nostra");
        assertThat(browser.get("/tickets/" + answered.code() + "/talk").body())
                .contains("ha preso in carico il ticket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it"})
    void a_mail_on_its_way_has_one_word_in_the_outbox_and_on_its_ticket(String language) {
        var text = texts.in(language, ZoneOffset.UTC);

        for (var state : Delivery.State.values()) {
            assertThat(text.of("tickets.delivery." + state))
                    .isEqualTo(text.of("channels.delivery." + state.name().toLowerCase(Locale.ROOT)));
        }
        assertThat(text.of("tickets.resend")).isEqualTo(text.of("channels.outbox.resend"));
    }

    @Test
    void the_outbox_leads_from_a_mail_to_its_ticket() {
        var ticket = reported(Mail.from(MARTA).about("Da ritrovare"));

        var outbox = browser.get("/outbox").body();

        assertThat(outbox).contains("href=\"/tickets/" + ticket.code() + "\"");
    }

    @Test
    void the_audit_names_the_ticket_and_leads_to_it() {
        var ticket = reported(Mail.from(MARTA).about("Chi lo ha preso"));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        var cast = new Cast(context);

        var audit = cast.browserOf(cast.hired("Ada Capo", Role.ADMINISTRATOR))
                .get("/settings/audit")
                .body();

        assertThat(audit).contains("href=\"/tickets/" + ticket.code() + "\"");
    }

    @Test
    void how_a_ticket_was_resolved_is_told_where_it_happened() {
        var text = texts.in("it", ZoneOffset.UTC);

        assertThat(text.of("timeline.tickets.resolved", "actor", "Ada", "kind", "workaround"))
                .isEqualTo("Ada ha risolto il ticket con una soluzione provvisoria");
        assertThat(text.of("timeline.tickets.resolved", "actor", "Ada", "kind", "other"))
                .isEqualTo("Ada ha risolto il ticket");
    }

    private static String row(String queue, long id) {
        var from = queue.indexOf("id=\"row-" + id + "\"");
        return List.of(queue.substring(from).split("</li>", 2)).getFirst();
    }
}
