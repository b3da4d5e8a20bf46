package pronto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.browser.Look;
import pronto.browser.NeedsBrowser;
import pronto.people.House;
import pronto.staff.Technician;
import pronto.tickets.Desk;
import pronto.tickets.Mail;
import pronto.tickets.Tickets;

/** Sorting what came in: several rows at once, spam, senders nobody knows, and colleagues who are away. */
@NeedsBrowser
@ExtendWith(OneHouse.class)
class LanesTest {

    private final House house;
    private final Technician giulia;
    private final Technician marco;
    private final Console console;

    LanesTest(House house) {
        this.house = house;
        giulia = house.cast().giulia();
        marco = house.cast().marco();
        console = Console.of(house, giulia, Look.DESK);
    }

    @BeforeEach
    void customer() {
        house.customer("ACME", "Acme S.r.l.", "acme.test");
    }

    @AfterEach
    void standUp() {
        console.close();
    }

    @Test
    void three_rows_are_taken_together_and_the_one_that_marco_has_holds_up_none() {
        house.reported(Mail.from("marta@acme.test").about("Insieme 1"));
        var second = house.reported(Mail.from("marta@acme.test").about("Insieme 2"));
        house.reported(Mail.from("marta@acme.test").about("Insieme 3"));
        console.open("/?q=Insieme").hears();
        assertThat(console.find(".q-row")).hasCount(3);
        console.press("j", "x", "Shift+J", "Shift+J");
        assertThat(console.find("#bulk-count")).containsText("3");

        house.get(Desk.class).pickUp(second.id(), marco.id(), marco.actor());
        assertThat(console.row("Insieme 2")).containsText("Marco Neri");
        assertThat(console.find("#bulk-count")).containsText("3");
        console.find("#bulk [value=pickup]").click();

        assertThat(console.find("#said"))
                .containsText(console.word("tickets.bulk.some", "count", 2, "refused", 1, "which", second.code()));
        assertThat(console.row("Insieme 1")).containsText("Giulia Bianchi");
        assertThat(console.row("Insieme 2")).containsText("Marco Neri");
        assertThat(console.row("Insieme 3")).containsText("Giulia Bianchi");
        assertThat(console.find("#bulk")).isHidden();
        console.visitor().findsNoFault();
    }

    @Test
    void spam_leaves_the_queue_its_sender_is_heard_no_more_and_both_come_back() {
        var ticket = house.reported(Mail.from("offerte@vinci.test").about("Hai vinto"));
        console.open("/tickets/" + ticket.code()).hears();
        console.opens("spam");
        console.find("#dialog [value='offerte@vinci.test']").check();
        console.find("#dialog .btn--danger").click();
        assertThat(console.find("#head")).containsText(console.word("tickets.notice.spam"));

        var ignored = Mail.from("offerte@vinci.test").about("Hai vinto ancora");
        house.receive(ignored);
        Awaitility.await()
                .until(() -> house.get(JdbcClient.class)
                        .sql("select state from channels.incoming where message_id like '%' || ?")
                        .param(ignored.id().replaceAll("[<>]", "") + "%")
                        .query(String.class)
                        .optional()
                        .filter(state -> !state.equals("received"))
                        .isPresent());
        console.open("/unfiled");
        assertThat(console.find("#main")).containsText("Hai vinto ancora");

        console.open("/?view=spam").hears();
        assertThat(console.row("Hai vinto")).isVisible();
        console.press("j", "x");
        console.find("#bulk [value=unspam]").click();
        assertThat(console.find("#said")).containsText(console.word("tickets.bulk.done", "count", 1));
        console.open("/");
        assertThat(console.row("Hai vinto")).isVisible();
        console.visitor().findsNoFault();
    }

    @Test
    void a_sender_whom_nobody_knew_is_tied_in_a_few_keys_and_known_from_then_on() {
        house.customer("NORD", "Nordwind Logistics", "nordwind.test");
        var ticket = house.reported(Mail.from("Pia", "pia@posta.test").about("Chi sono io"));
        console.open("/tickets/" + ticket.code() + "?view=unknown").hears();
        assertThat(console.row("Chi sono io")).containsText(console.word("tickets.unknown.short"));

        assertThat(console.find("#places [aria-current]")).hasAttribute("href", "/?view=unknown");
        console.press("l").type("nordw");
        assertThat(console.find("#tie-list", "Nordwind Logistics")).isVisible();
        console.press("Enter");
        assertThat(console.find("#side")).containsText("Nordwind Logistics");
        assertThat(console.find("#side")).containsText(console.word("tickets.how.MANUAL"));
        assertThat(console.row("Chi sono io")).not().containsText(console.word("tickets.unknown.short"));
        // Drawn anew, the navigation still says where one is.
        console.page()
                .waitForResponse(
                        "**/navigation",
                        () -> console.page()
                                .evaluate("document.getElementById('places').dispatchEvent(new CustomEvent('live'))"));
        assertThat(console.find("#places [aria-current]")).hasAttribute("href", "/?view=unknown");

        var next = house.reported(Mail.from("Pia", "pia@posta.test").about("Di nuovo io"));
        console.open("/tickets/" + next.code()).hears();
        assertThat(console.find("#side")).containsText("Nordwind Logistics");
        assertThat(console.find("#side")).containsText(console.word("tickets.how.ADDRESS"));
        console.visitor().findsNoFault();
    }

    @Test
    void senders_whom_nobody_knew_are_tied_together_in_a_few_keys_and_the_tie_is_taken_back() {
        house.customer("FARO", "Faro Sistemi", "faro.test");
        var first = house.reported(Mail.from("Ada", "ada@porto.test").about("Dal porto 1"));
        var second = house.reported(Mail.from("Bice", "bice@porto.test").about("Dal porto 2"));
        console.open("/?view=unknown&q=Dal+porto").hears();
        assertThat(console.find(".q-row")).hasCount(2);
        console.press("j", "x", "Shift+J");
        assertThat(console.find("#bulk-count")).containsText("2");

        console.find("#bulk [data-opens$=tie]").click();
        console.shows("#dialog[open]");
        console.visitor().findsNoFault();
        console.type("far");
        assertThat(console.find("#dialog-ties", "Faro Sistemi")).isVisible();
        console.press("Enter");

        assertThat(console.find("#said"))
                .containsText(console.word("tickets.bulk.tied", "count", 2, "customer", "Faro Sistemi"));
        assertThat(console.find("#dialog")).hasCount(0);
        assertThat(console.find("#bulk")).isHidden();
        assertThat(console.row("Dal porto 1")).not().containsText(console.word("tickets.unknown.short"));
        console.visitor().findsNoFault();

        console.find("#said .btn").click();
        assertThat(console.row("Dal porto 1")).containsText(console.word("tickets.unknown.short"));
        assertThat(console.row("Dal porto 2")).containsText(console.word("tickets.unknown.short"));
        for (var ticket : List.of(first, second)) {
            assertThat(house.get(Tickets.class).ticket(ticket.id()).unknown()).isTrue();
        }
    }

    @Test
    void what_marco_has_is_offered_to_giulia_while_he_is_away() {
        var ticket = house.reported(Mail.from("marta@acme.test").about("Di Marco"));
        house.get(Desk.class).pickUp(ticket.id(), marco.id(), marco.actor());
        console.open("/?q=Di+Marco").hears();
        assertThat(console.row("Di Marco")).containsText("Marco Neri");
        assertThat(console.row("Di Marco")).not().containsText(console.word("tickets.offered.short"));

        try (var his = Console.of(house, marco, Look.NIGHT)) {
            his.open("/settings/preferences");
            his.find("form[action='/settings/away'] button").click();
            assertThat(his.find("#main")).containsText(his.word("staff.away.now"));
            console.open("/?q=Di+Marco").hears();
            assertThat(console.row("Di Marco")).containsText(console.word("tickets.offered.short"));

            console.press("j");
            assertThat(console.find("#head"))
                    .containsText(console.word("tickets.notice.offered", "what", "Marco Neri"));
            console.press("a");
            assertThat(console.row("Di Marco")).containsText("Giulia Bianchi");

            his.find("form[action='/settings/away'] button").click();
            assertThat(his.find("#main")).containsText(his.word("staff.away.text"));
        }
        console.visitor().findsNoFault();
    }
}
