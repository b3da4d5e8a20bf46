package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pronto.browser.Look;
import pronto.browser.NeedsBrowser;
import pronto.people.House;
import pronto.tickets.Conversation;
import pronto.tickets.Mail;
import pronto.tickets.Tickets;
import tools.jackson.databind.json.JsonMapper;

/** Hostile pages that came by mail, in a real browser: nothing of them runs, and no request leaves. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class HostileFramesTest {

    private static final String CALLS_HOME = "fetch('http://evil.test/ran')";
    private static final List<String> MORE = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<img src=http://evil.test/seen.png>",
            "<link rel=stylesheet href=http://evil.test/x.css>",
            "<style>@import 'http://evil.test/x.css'; td { background: url(http://evil.test/x.png) }</style>",
            "<p style=\"background: url('http://evil.test/x.png')\">x</p>",
            "<iframe src=http://evil.test/></iframe>",
            "<object data=http://evil.test/></object>",
            "<meta http-equiv=refresh content='0;url=http://evil.test/'>",
            "<video poster=http://evil.test/x.png autoplay><source src=http://evil.test/x.mp4></video>",
            "<base href=http://evil.test/><img src=x.png>");

    private static final int AT_ONCE = 25;

    /** Frames as the first one, each loaded; what would begin with the next drawing has had its chance. */
    private static final String BESIDE = """
            async (paths) => {
              const first = document.querySelector('.frame iframe');
              await Promise.all(paths.map((path) => new Promise((done) => {
                const frame = first.cloneNode();
                frame.loading = 'eager';
                frame.addEventListener('load', done, { once: true });
                frame.src = path;
                first.after(frame);
              })));
              await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            }
            """;

    private final List<String> left = new CopyOnWriteArrayList<>();
    private House house;
    private Console giulia;

    @BeforeAll
    void open() {
        house = House.open();
        giulia = Console.of(house, house.cast().giulia(), Look.DESK);
        giulia.visitor().context().onRequest(request -> {
            if (!request.url().startsWith(house.address())
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("about:")) {
                left.add(request.url());
            }
        });
        giulia.visitor().context().route("**://evil.test/**", route -> route.abort());
    }

    @AfterAll
    void close() {
        giulia.close();
        house.close();
    }

    @Test
    void nothing_of_a_hostile_mail_runs_in_its_frame_and_no_request_leaves() throws IOException {
        assertThat(ranUnprotected()).as("without our protection it is noticed").isTrue();
        left.clear();

        var mails = payloads().stream().map(HostileFramesTest::mail).toList();
        mails.forEach(house::receive);
        var paths = mails.stream().map(this::frame).toList();
        // The first as a technician opens it, the others beside it in frames of its kind.
        giulia.open(paths.getFirst().replaceFirst("/messages/.*", ""));
        giulia.page().waitForSelector(".frame iframe");
        assertThat(giulia.find(".frame iframe").first().getAttribute("sandbox")).doesNotContain("allow-scripts");
        for (var some : Lists.partition(paths, AT_ONCE)) {
            giulia.page().evaluate(BESIDE, some);
            assertThat(left).as(some.toString()).isEmpty();
        }
        for (var frame : giulia.page().frames()) {
            assertThat(frame.url()).startsWith(house.address());
        }
        assertThat(giulia.page().context().pages()).as("no window was opened").hasSize(1);
    }

    private boolean ranUnprotected() {
        var page = giulia.page();
        page.navigate("about:blank");
        page.setContent("<img src=x onerror=\"" + CALLS_HOME + "\">");
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
            page.waitForTimeout(50);
            return left.contains("http://evil.test/ran");
        });
        return true;
    }

    private String frame(Mail mail) {
        var ticket = await().atMost(Duration.ofSeconds(60))
                .until(() -> house.get(Tickets.class).withMessage(mail.id(), 1), found -> !found.isEmpty())
                .getFirst();
        var message = house.get(Conversation.class).of(ticket.id(), null, 1).getFirst();
        return "/tickets/" + ticket.code() + "/messages/" + message.id() + "/html";
    }

    private static List<String> payloads() throws IOException {
        var all = new ArrayList<>(MORE);
        for (var one :
                JsonMapper.shared().readTree(Files.readString(Path.of("src/test/resources/mail/html/payloads.json")))) {
            all.add(one.get("payload").asString());
        }
        return all;
    }

    /** What would show that it ran sends a request; a table makes the mail show in its frame at once. */
    private static Mail mail(String payload) {
        return Mail.from("eve@evil.test")
                .html("<table><tr><td>Look</td></tr></table>"
                        + payload.replace("alert(1)", CALLS_HOME)
                                .replace("\r", "")
                                .replace("\n.", "\n .") + "<p>End</p>");
    }
}
