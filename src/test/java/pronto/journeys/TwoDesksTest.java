package pronto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.browser.Look;
import pronto.browser.NeedsBrowser;
import pronto.people.House;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;

/** Two nodes on one database, and a technician with a browser at each. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoDesksTest {

    private House one;
    private House other;
    private Console giulia;
    private Console marco;

    @BeforeAll
    void open() {
        var ground = House.Ground.fresh();
        one = House.on(ground);
        other = House.on(ground, "pronto.mail.smtp.port=-1");
        one.customer("ACME", "Acme S.r.l.", "acme.test");
    }

    @AfterAll
    void close() {
        other.close();
        one.close();
    }

    @BeforeEach
    void sitDown() {
        giulia = Console.of(one, one.cast().giulia(), Look.DESK);
        marco = Console.of(other, one.cast().marco(), Look.NIGHT);
    }

    @AfterEach
    void standUp() {
        giulia.close();
        marco.close();
    }

    @Test
    void marco_at_one_node_sees_within_a_second_the_mails_that_the_other_took() {
        one.reported(Mail.from("marta@acme.test").about("There already"));
        marco.open("/").hears();
        var waits = new ArrayList<Duration>();
        for (int i = 1; i <= 5; i++) {
            one.receive(Mail.from("marta@acme.test").about("Between nodes " + i));
            var taken = System.nanoTime();
            var news = marco.find("#queue-news button");
            var told = marco.word("tickets.news", "count", i);
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> news.isVisible() && news.innerText().contains(told));
            waits.add(Duration.ofNanos(System.nanoTime() - taken));
        }
        marco.press(".");
        assertThat(marco.row("Between nodes 5")).isVisible();
        marco.visitor().findsNoFault();

        System.out.println("From 250 to the other node's screen: " + waits);
        // The best of five: a machine that is busy with something else proves nothing.
        assertThat(Collections.min(waits)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void of_giulia_and_marco_who_take_it_at_once_one_wins_and_the_other_reads_who() {
        var ticket = one.reported(Mail.from("marta@acme.test").about("Who is first?"));
        giulia.open("/tickets/" + ticket.code()).hears();
        marco.open("/tickets/" + ticket.code()).hears();

        new TransactionTemplate(one.get(PlatformTransactionManager.class)).executeWithoutResult(held -> {
            lock(ticket);
            giulia.press("a");
            marco.press("a");
            // Both ask for the row now, and the database will let one have it first.
            await().pollInSameThread().until(() -> waiting() >= 2);
        });

        var winner = await().until(
                        () -> one.get(Tickets.class).ticket(ticket.id()).technician(),
                        technician -> technician != null);
        var won = winner == one.cast().giulia().id() ? giulia : marco;
        var lost = won == giulia ? marco : giulia;
        var name = won == giulia ? "Giulia Bianchi" : "Marco Neri";
        assertThat(lost.find("#said")).containsText(name);
        assertThat(won.find("#said")).not().containsText(name);
        for (var both : List.of(won, lost)) {
            assertThat(both.find("#head")).containsText(both.word("tickets.state.IN_WORK"));
            assertThat(both.row("Who is first?")).containsText(name);
        }
        lost.visitor().findsNoFault();
    }

    private void lock(Ticket ticket) {
        one.get(JdbcClient.class)
                .sql("select id from tickets.ticket where id = ? for update")
                .param(ticket.id())
                .query(Long.class)
                .single();
    }

    private int waiting() {
        return other.get(JdbcClient.class).sql("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Integer.class).single();
    }

    @Test
    void each_sees_the_other_read_write_and_leave() {
        var ticket = one.reported(Mail.from("marta@acme.test").about("Seen by two"));
        giulia.open("/tickets/" + ticket.code()).hears();
        assertThat(giulia.find("#head")).not().containsText("Marco");

        marco.open("/tickets/" + ticket.code()).hears();
        assertThat(giulia.find("#head")).containsText(giulia.word("tickets.reads", "name", "Marco"));
        assertThat(marco.find("#head")).containsText(marco.word("tickets.reads", "name", "Giulia"));

        marco.press("r").type("I am on it");
        assertThat(giulia.find("#head")).containsText(giulia.word("tickets.writes", "name", "Marco"));
        giulia.press("n").type("Bene");
        assertThat(marco.find("#head")).containsText(marco.word("tickets.writes", "name", "Giulia"));
        // What a colleague does draws the head anew and leaves alone what one is writing.
        assertThat(marco.find("#text-reply")).isFocused();
        assertThat(marco.find("#text-reply")).hasText("I am on it");

        marco.open("/customers");
        assertThat(giulia.find("#head")).not().containsText("Marco");
        giulia.visitor().findsNoFault();
    }

    @Test
    void what_marco_answers_appears_under_giulias_eyes_and_her_draft_stays() {
        var ticket = one.reported(Mail.from("marta@acme.test").about("Under her eyes"));
        giulia.open("/tickets/" + ticket.code()).hears();
        giulia.press("r").type("Stavo scrivendo");

        marco.open("/tickets/" + ticket.code()).hears();
        marco.press("a", "r").type("Solved already").press("Control+Enter");

        assertThat(giulia.find("#talk")).containsText("Solved already");
        assertThat(giulia.find("#head")).containsText(giulia.word("tickets.state.WAITING_FOR_CUSTOMER"));
        assertThat(giulia.find("#text-reply")).isFocused();
        assertThat(giulia.find("#text-reply")).hasText("Stavo scrivendo");
        giulia.visitor().findsNoFault();
    }
}
