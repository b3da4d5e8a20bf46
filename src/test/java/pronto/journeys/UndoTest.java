package pronto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.browser.Look;
import pronto.browser.NeedsBrowser;
import pronto.people.House;
import pronto.tickets.Desk;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;

/** What lies on the wrong ticket is put where it belongs, and each step is taken back, with everything as before. */
@NeedsBrowser
@ExtendWith(OneHouse.class)
class UndoTest {

    private final House house;
    private final Console console;

    UndoTest(House house) {
        this.house = house;
        console = Console.of(house, house.cast().giulia(), Look.DESK);
    }

    @BeforeEach
    void customer() {
        house.customer("ACME", "Acme S.r.l.", "acme.test");
    }

    @AfterEach
    void standUp() {
        console.close();
    }

    /** All that the database holds of these, but for how often they changed. */
    private List<String> rows(Ticket... tickets) {
        var ids = List.of(tickets).stream().map(Ticket::id).toArray(Long[]::new);
        return house.get(JdbcClient.class)
                .sql("""
                select (to_jsonb(t) - 'version' - 'updated_at')::text as row from tickets.ticket t
                 where id = any(:ids)
                union all select to_jsonb(m)::text from tickets.message m where ticket_id = any(:ids)
                union all select to_jsonb(p)::text from tickets.participant p where ticket_id = any(:ids)
                union all select to_jsonb(c)::text from tickets.copied c where ticket_id = any(:ids)
                union all select to_jsonb(n)::text from tickets.mention n where ticket_id = any(:ids)
                 order by 1
                """)
                .param("ids", ids)
                .query((row, number) -> row.getString("row"))
                .list();
    }

    /** Typed into the open dialog, until nothing else is found. */
    private void choosing(Ticket target) {
        console.type(target.code());
        assertThat(console.find("#target-list [data-pick]")).hasText(new Pattern[] {Pattern.compile(target.code())});
    }

    private void at(Ticket ticket) {
        assertThat(console.page()).hasURL(Pattern.compile(".*/tickets/" + ticket.code() + ".*"));
        assertThat(console.find("#head .t-code")).hasText(ticket.code());
    }

    @Test
    void two_tickets_about_the_same_are_merged_and_taken_apart_again() {
        var first = house.reported(Mail.from("Marta", "marta@acme.test")
                .about("Unione invii fermi")
                .saying("Non parte niente."));
        var second = house.reported(Mail.from("Luca", "luca@acme.test")
                .about("Unione invii bloccati")
                .saying("Anche da me."));
        var before = rows(first, second);
        console.open("/tickets/" + second.code()).hears();

        console.press("u").shows("#dialog[open]");
        console.visitor().findsNoFault();
        assertThat(console.find("#target-list [data-pick]").first()).containsText("Unione invii fermi");
        choosing(first);
        console.press("Enter");

        assertThat(console.find("#said"))
                .containsText(console.word("tickets.merge.done", "code", second.code(), "into", first.code()));
        at(first);
        assertThat(console.find("#talk .msg", "Anche da me."))
                .containsText(console.word("tickets.home", "code", second.code()));
        assertThat(console.find("#side")).containsText("luca@acme.test");
        assertThat(console.find("#f-cc")).hasValue("luca@acme.test");
        console.visitor().findsNoFault();
        console.open("/tickets/" + second.code());
        at(first);

        console.find("#talk .p-back").click();

        assertThat(console.find("#talk")).not().containsText("Anche da me.");
        assertThat(console.find("#side .t-people")).not().containsText("luca@acme.test");
        assertThat(console.find("#f-cc")).hasValue("");
        assertThat(console.find(".c-to")).not().containsText("luca@acme.test");
        assertThat(rows(first, second)).isEqualTo(before);
        console.open("/tickets/" + second.code());
        at(second);
        assertThat(console.find("#talk")).containsText("Anche da me.");
    }

    @Test
    void news_of_an_act_that_come_before_its_answer_take_the_way_back_from_nobody() {
        var first = house.reported(Mail.from("Marta", "marta@acme.test").about("Notizia una"));
        var second = house.reported(Mail.from("Luca", "luca@acme.test").about("Notizia due"));
        console.open("/tickets/" + second.code()).hears();
        var held = new AtomicReference<Route>();
        var answer = new AtomicReference<APIResponse>();
        console.page().route("**/merge", route -> {
            if (route.request().method().equals("POST")) {
                answer.set(route.fetch());
                held.set(route);
            } else {
                route.resume();
            }
        });
        console.press("u").shows("#dialog[open]");
        choosing(first);
        console.press("Enter");
        assertThat(console.find("#head")).hasAttribute("data-writing", "no");

        held.get().fulfill(new Route.FulfillOptions().setResponse(answer.get()));

        assertThat(console.find("#said"))
                .containsText(console.word("tickets.merge.done", "code", second.code(), "into", first.code()));
        at(first);
        assertThat(console.find("#composer")).isVisible();
    }

    @Test
    void one_message_becomes_a_ticket_of_its_own_and_comes_back() {
        var ticket = house.reported(
                Mail.from("Marta", "marta@acme.test").about("Separa due cose").saying("La prima cosa."));
        house.receive(Mail.from("Marta", "marta@acme.test")
                .about("Altra cosa")
                .answering(idOf(ticket))
                .saying("La seconda cosa."));
        console.open("/tickets/" + ticket.code()).hears();
        assertThat(console.find("#talk")).containsText("La seconda cosa.");
        var before = rows(ticket);

        console.press("d").shows("#dialog[open]");
        console.find("#dialog .p-line", "La seconda cosa.").click();
        console.visitor().findsNoFault();
        console.press("Control+Enter");

        assertThat(console.find("#head h2")).hasText("Altra cosa");
        assertThat(console.find("#talk")).containsText("La seconda cosa.");
        assertThat(console.find("#talk")).not().containsText("La prima cosa.");
        console.find("#talk .p-back").click();

        at(ticket);
        assertThat(console.find("#talk")).containsText("La seconda cosa.");
        assertThat(rows(ticket)).isEqualTo(before);
    }

    @Test
    void a_message_on_the_wrong_ticket_is_moved_and_moved_back() {
        var wrong = house.reported(
                Mail.from("Marta", "marta@acme.test").about("Sposta da qui").saying("Resta qui."));
        var right = house.reported(
                Mail.from("Marta", "marta@acme.test").about("Sposta verso qui").saying("Qui è giusto."));
        house.receive(Mail.from("Marta", "marta@acme.test")
                .about("Fuori posto")
                .answering(idOf(wrong))
                .saying("Sono fuori posto."));
        console.open("/tickets/" + wrong.code()).hears();
        var message = console.find("#talk .msg", "Sono fuori posto.");
        assertThat(message).isVisible();
        var before = rows(wrong, right);

        message.hover();
        message.locator(".p-move").click();
        console.shows("#dialog[open]");
        assertThat(console.find("#dialog .p-excerpt")).containsText("Sono fuori posto.");
        console.visitor().findsNoFault();
        console.find("#target-list [data-pick]", right.code()).click();

        assertThat(console.find("#said")).containsText(console.word("tickets.move.done", "into", right.code()));
        assertThat(console.find("#talk")).not().containsText("Sono fuori posto.");
        console.open("/tickets/" + right.code()).hears();
        assertThat(console.find("#talk .msg", "Sono fuori posto."))
                .containsText(console.word("tickets.home", "code", wrong.code()));
        console.open("/tickets/" + right.code() + "/timeline");
        console.find(".p-back").click();

        assertThat(console.find(".p-back")).hasCount(0);
        assertThat(rows(wrong, right)).isEqualTo(before);
    }

    @Test
    void what_a_stranger_claims_to_concern_is_joined_with_one_act_and_let_go_again() {
        var ticket = house.reported(
                Mail.from("Marta", "marta@acme.test").about("Riguarda questo").saying("Il mio caso."));
        var theirs = house.reported(Mail.from("marta.privata@posta.test")
                .about("Re: " + ticket.code())
                .saying("Scrivo da casa."));
        var before = rows(ticket, theirs);
        console.open("/tickets/" + theirs.code()).hears();

        console.find("#head .t-notice", ticket.code()).locator("form .btn").click();

        at(ticket);
        assertThat(console.find("#talk")).containsText("Scrivo da casa.");
        assertThat(console.find("#side .t-people")).containsText("marta.privata@posta.test");
        console.find("#talk .p-back").click();
        assertThat(console.find("#talk")).not().containsText("Scrivo da casa.");
        assertThat(rows(ticket, theirs)).isEqualTo(before);

        console.open("/tickets/" + theirs.code()).hears();
        console.find("#head .t-notice", ticket.code()).locator("form .btn").click();
        // The way back at the foot of the screen goes after some seconds: it is taken at once.
        console.find("#said .btn").click();
        at(ticket);
        assertThat(console.find("#talk")).containsText("Il mio caso.");
        assertThat(console.find("#talk")).not().containsText("Scrivo da casa.");
        assertThat(rows(ticket, theirs)).isEqualTo(before);
    }

    @Test
    void whoever_is_slower_is_told_where_things_go_on() {
        var first = house.reported(Mail.from("Marta", "marta@acme.test").about("Chi è più lento"));
        var second = house.reported(Mail.from("Marta", "marta@acme.test").about("Chi è più svelto"));
        console.open("/tickets/" + second.code()).hears();
        console.press("u").shows("#dialog[open]");
        choosing(first);

        var marco = house.cast().marco();
        house.get(Desk.class).merge(first.id(), second.id(), marco.actor());
        console.press("Enter");

        assertThat(console.find("#said"))
                .containsText(console.word("refusal.ticket-merged", "code", first.code(), "into", second.code()));
    }

    @Test
    void the_way_back_at_the_foot_of_the_screen_waits_for_whoever_reaches_for_it() {
        var first = house.reported(Mail.from("Marta", "marta@acme.test").about("Con calma uno"));
        var second = house.reported(Mail.from("Marta", "marta@acme.test").about("Con calma due"));
        var clock = console.page().clock();
        clock.install();
        console.open("/tickets/" + second.code()).hears();
        // A request that is on its way when the clock is pushed would count as one that nobody answers.
        console.page().evaluate("htmx.config.defaultTimeout = 0");
        console.press("u").shows("#dialog[open]");
        choosing(first);
        console.press("Enter");
        var back = console.find("#said .btn");
        assertThat(back).isVisible();

        clock.fastForward(15_000);
        assertThat(back).isVisible();
        back.hover();
        clock.fastForward(30_000);
        assertThat(back).isVisible();
        console.visitor().findsNoFault();
        console.page().mouse().move(5, 5);
        clock.fastForward(5_000);
        assertThat(back).hasCount(0);
        // And from then on it is in the conversation.
        assertThat(console.find("#talk .p-back")).isVisible();
    }

    private String idOf(Ticket ticket) {
        return house.get(JdbcClient.class)
                .sql("select message_id from tickets.message where ticket_id = :ticket order by id limit 1")
                .param("ticket", ticket.id())
                .query(String.class)
                .single();
    }
}
