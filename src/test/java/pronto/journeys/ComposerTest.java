package pronto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.browser.Look;
import pronto.browser.NeedsBrowser;
import pronto.knowledge.CannedAnswers;
import pronto.people.House;
import pronto.staff.OwnSettings;
import pronto.staff.Technician;
import pronto.staff.signin.Sessions;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;

/** Writing to a customer and to colleagues in the whole program, and reading what others wrote, even the hostile. */
@NeedsBrowser
@ExtendWith(OneHouse.class)
class ComposerTest {

    /** The smallest picture there is. */
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final House house;
    private final Technician giulia;
    private final Console console;

    ComposerTest(House house) {
        this.house = house;
        house.cast().marco();
        giulia = house.cast().giulia();
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

    private Ticket at(Mail mail) {
        var ticket = house.reported(mail);
        console.open("/tickets/" + ticket.code()).hears();
        return ticket;
    }

    private static Mail marta() {
        return Mail.from("Marta Rossi", "marta@acme.test");
    }

    @Test
    void the_draft_tells_the_time_of_her_own_clock_wherever_the_browser_stands() {
        var own = house.get(OwnSettings.class);
        own.prefer(giulia.id(), "it", "Asia/Tokyo", "system", true);
        try {
            at(marta().about("Due orologi"));
            var begun = Instant.now();
            console.press("r").type("Buongiorno");
            var clock = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Tokyo"));
            var told = IntStream.range(0, 3)
                    .mapToObj(minute -> clock.format(begun.plus(Duration.ofMinutes(minute))))
                    .collect(Collectors.joining("|"));
            assertThat(console.find("#composer .c-saved").first()).containsText(Pattern.compile(told));
        } finally {
            own.prefer(giulia.id(), "it", "Europe/Rome", "system", true);
        }
    }

    @Test
    void without_a_connection_giulia_is_told_that_nothing_was_sent_and_keeps_what_she_wrote() {
        at(marta().about("In treno"));
        console.press("r").type("Arrivo subito");
        console.visitor().context().setOffline(true);
        console.press("Control+Enter");

        assertThat(console.find("#said")).containsText(console.word("ui.unsent"));
        assertThat(console.find("#text-reply")).containsText("Arrivo subito");

        console.visitor().context().setOffline(false);
        console.press("Control+Enter");
        assertThat(console.find("#talk")).containsText("Arrivo subito");
    }

    @Test
    void a_file_that_is_dropped_and_a_picture_that_is_pasted_go_out_with_the_answer() {
        at(marta().about("Allegati"));
        console.press("r").type("Ecco");
        drop("registro.txt", "text/plain", "dGVzdG8=", "drop", "#composer");
        assertThat(files("message")).containsText("registro.txt");
        drop("image.png", "image/png", PICTURE, "paste", "#text-reply");
        assertThat(console.find("#text-reply img")).hasJSProperty("naturalWidth", 1);
        assertThat(files("message").locator(".file")).hasCount(1);
        assertThat(saved("message")).containsText(Pattern.compile("\\d\\d:\\d\\d"));

        console.page().reload();
        console.hears();
        assertThat(files("message").locator(".file")).hasCount(1);
        assertThat(files("note").locator(".file")).hasCount(0);
        assertThat(console.find("#text-reply img")).hasJSProperty("naturalWidth", 1);

        console.press("r", "Control+Enter");
        assertThat(console.find("#talk .file")).containsText("registro.txt");
        assertThat(console.find("#talk .rich img")).hasJSProperty("naturalWidth", 1);
        assertThat(files("message").locator(".file")).hasCount(0);
        console.visitor().findsNoFault();
    }

    @Test
    void a_file_laid_on_by_mistake_is_taken_off_again() {
        at(marta().about("Sbagliato"));
        drop("uno.txt", "text/plain", "dW5v", "drop", "#composer");
        assertThat(files("message")).containsText("uno.txt");
        drop("due.txt", "text/plain", "ZHVl", "drop", "#composer");
        assertThat(files("message").locator(".file")).hasCount(2);

        files("message").locator("button").first().click();
        assertThat(files("message").locator(".file")).hasCount(1);
        assertThat(files("message")).containsText("due.txt");
    }

    private Locator files(String kind) {
        return console.find("#files-" + kind);
    }

    /** As the browser tells it when somebody lets go of a file, or pastes one. */
    private void drop(String name, String type, String base64, String kind, String onto) {
        console.page().evaluate("""
                        ([name, type, base64, kind, onto]) => {
                          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
                          const data = new DataTransfer();
                          data.items.add(new File([bytes], name, { type }));
                          const event = kind === 'drop'
                            ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
                            : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
                          document.querySelector(onto).dispatchEvent(event);
                        }""", List.of(name, type, base64, kind, onto));
    }

    @Test
    void a_canned_answer_comes_with_its_gaps_filled() {
        var draft = new CannedAnswers.Draft(
                "Reso pronto",
                "it",
                "<p>Gentile {{reporter.firstName}}, per {{ticket.code}} pensa a tutto {{technician.name}}.</p>",
                null);
        house.get(CannedAnswers.class).add(draft, Actor.PRONTO);
        var ticket = at(marta().about("Un reso"));

        console.press("r", "m");
        // In the field M is a letter; the key works from outside it.
        assertThat(console.find("#text-reply")).hasText("m");
        console.press("Backspace", "Escape", "m").type("reso");
        assertThat(console.find("#canned-list")).containsText("Reso pronto");
        console.press("Enter");
        assertThat(console.find("#text-reply"))
                .containsText("Gentile Marta, per " + ticket.code() + " pensa a tutto Giulia Bianchi.");
        assertThat(console.find("#text-reply")).isFocused();
        console.visitor().findsNoFault();
    }

    @Test
    void marco_is_called_by_at_and_by_the_button_and_finds_both_notes() {
        at(marta().about("Chiamate"));
        console.press("n").type("Guarda tu @Mar");
        assertThat(console.find("#mentions [aria-selected=true]")).hasText("Marco Neri");
        console.press("Enter").type("grazie").press("Control+Enter");
        assertThat(console.find("#talk")).containsText("Guarda tu @Marco Neri");

        console.press("n").type("E qui ");
        console.find("[data-format=mention]").click();
        console.find("#mentions [role=option]", "Marco Neri").click();
        assertThat(console.find("#text-note [data-mention]")).hasText("@Marco Neri");
        console.press("Control+Enter");
        assertThat(console.find("#talk")).containsText("E qui @Marco Neri");

        try (var marco = Console.of(house, house.cast().marco(), Look.NIGHT)) {
            marco.open("/mentions");
            assertThat(marco.find(".s-mention")).hasCount(2);
            assertThat(marco.find(".s-mention").last()).containsText("Guarda tu @Marco Neri");
            marco.visitor().findsNoFault();
        }
    }

    @Test
    void an_answer_and_a_note_are_two_drafts_kept_over_a_reload_and_seen_in_another_tab() {
        var ticket = at(marta().about("Due bozze"));
        console.press("r").type("Per il cliente");
        assertThat(saved("message")).containsText(Pattern.compile("\\d\\d:\\d\\d"));
        console.press("Escape", "n").type("Per noi");
        assertThat(saved("note")).containsText(Pattern.compile("\\d\\d:\\d\\d"));

        console.page().reload();
        console.hears();
        console.press("r");
        assertThat(console.find("#text-reply")).hasText("Per il cliente");
        console.press("Escape", "n");
        assertThat(console.find("#text-note")).hasText("Per noi");

        try (var tab = Console.of(house, giulia, Look.DESK)) {
            tab.open("/tickets/" + ticket.code());
            assertThat(tab.find("#text-reply")).hasText("Per il cliente");
            tab.press("n");
            assertThat(tab.find("#text-note")).hasText("Per noi");
        }
        try (var marco = Console.of(house, house.cast().marco(), Look.DESK)) {
            marco.open("/tickets/" + ticket.code());
            assertThat(marco.find("#text-reply")).hasText("");
        }
    }

    private Locator saved(String kind) {
        return console.find("[data-kind=" + kind + "] .c-saved");
    }

    @Test
    void an_answer_is_taken_back_by_the_button_and_is_the_draft_again() {
        at(marta().about("Ci ripenso"));
        console.press("r").type("Troppo presto").press("Control+Enter");
        assertThat(console.find("#talk")).containsText("Troppo presto");
        console.find("#said button").click();

        assertThat(console.find("#text-reply")).hasText("Troppo presto");
        assertThat(console.find("#talk")).not().containsText("Troppo presto");
        assertThat(house.get(JdbcClient.class).sql("""
                                select d.state from channels.delivery d join channels.outgoing o on o.id = d.outgoing_id
                                 where o.text like 'Troppo presto%'
                                """).query(String.class).list())
                .containsExactly("cancelled");
    }

    @Test
    void the_offer_to_take_an_answer_back_ends_even_where_no_relay_takes_it() {
        at(marta().about("Senza relay"));
        console.press("r").type("Pazienza").press("Control+Enter");
        assertThat(console.find(".msg__undo")).isVisible();
        assertThat(console.find(".msg__undo")).isHidden();
        assertThat(console.find("#talk")).containsText("Pazienza");
    }

    @Test
    void a_mail_is_shown_in_a_frame_and_its_pictures_only_when_asked_for() {
        var asked = new CopyOnWriteArrayList<String>();
        console.visitor().context().route("http://pictures.test/**", route -> {
            asked.add(route.request().url());
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("image/png")
                    .setBodyBytes(Base64.getDecoder().decode(PICTURE)));
        });
        at(marta().about("Il volantino").html("""
                <table><tr><td>Prezzi di novembre</td>
                <td><img src="http://pictures.test/seen.png" width="40" height="40"></td></tr></table>"""));

        var frame = console.page().frameLocator("#talk iframe");
        assertThat(frame.locator("body")).containsText("Prezzi di novembre");
        assertThat(asked).isEmpty();
        console.visitor().findsNoFault();

        console.find("[data-images]").click();
        assertThat(frame.locator("img[src='http://pictures.test/seen.png']")).isVisible();
        console.page().waitForCondition(() -> asked.contains("http://pictures.test/seen.png"));
    }

    @Test
    void a_hostile_mail_does_nothing() {
        var spoken = new CopyOnWriteArrayList<String>();
        console.page().onDialog(dialog -> {
            spoken.add(dialog.message());
            dialog.dismiss();
        });
        at(marta().about("<img src=x onerror=alert(1)>").html("""
                <table><tr><td>Sono innocua</td></tr></table>
                <script>top.hacked = 1</script><img src=x onerror="top.hacked = 1"><svg onload="top.hacked = 1"></svg>
                <a id="lure" href="javascript:top.hacked = 1">qui</a><base href="http://evil.test/">
                <meta http-equiv="refresh" content="0;url=http://evil.test/">
                <link rel="stylesheet" href="http://evil.test/a.css"><style>@import "http://evil.test/b.css";</style>
                <iframe src="http://evil.test/"></iframe><object data="http://evil.test/"></object>
                <div style="background:url(http://evil.test/c.png);position:fixed;inset:0">sopra tutto</div>
                <form action="http://evil.test/"><input name="password"><button>invia</button></form>
                <img src="http://evil.test/pixel.png" srcset="http://evil.test/2.png 2x">
                <video src="http://evil.test/v.mp4" autoplay></video>"""));

        var frame = console.page().frameLocator("#talk iframe");
        assertThat(frame.locator("body")).containsText("Sono innocua");
        assertThat(frame.locator(
                        "script, iframe, object, form, base, meta[http-equiv], link, video, [onload], [onerror]"))
                .hasCount(0);
        frame.locator("body").click();
        assertThat(console.find("#head h2")).hasText("<img src=x onerror=alert(1)>");
        assertThat(spoken).isEmpty();
        assertThat(console.page().evaluate("window.hacked === undefined")).isEqualTo(true);
        assertThat(console.page()).hasURL(Pattern.compile("/tickets/T-[0-9A-Z]+$"));
        console.visitor().findsNoFault();
    }

    @Test
    void a_session_that_ended_while_giulia_was_writing_loses_nothing() {
        var ticket = at(marta().about("Sessione finita"));
        console.press("r").type("La prima metà");
        assertThat(saved("message")).containsText(Pattern.compile("\\d\\d:\\d\\d"));
        house.get(Sessions.class).endAll(giulia.id());
        console.type(" e la seconda").press("Control+Enter");
        assertThat(console.page()).hasURL(Pattern.compile("/sign-in"));

        console.visitor()
                .with(Objects.requireNonNull(house.cast().browserOf(giulia).cookie()));
        console.open("/tickets/" + ticket.code()).hears();
        assertThat(console.find("#text-reply")).hasText("La prima metà e la seconda");
    }
}
