package pronto.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.runtime.RealDatabase;
import pronto.runtime.TimeShift;
import pronto.staff.OwnSettings;
import pronto.staff.Personnel;
import pronto.staff.Role;
import pronto.staff.Technician;
import pronto.timeline.Actor;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInTest extends RealDatabase {

    private static final String PASSWORD = "nebbia sul ponte alle sei";

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Links links;

    @Autowired
    private Personnel personnel;

    @Autowired
    private OwnSettings own;

    @Autowired
    private Passwords passwords;

    @Autowired
    private TimeShift time;

    private Cast cast;

    @BeforeEach
    void castThem() {
        cast = new Cast(context);
        time.set(Duration.ZERO);
        db.sql("delete from staff.attempt").update();
    }

    @Test
    void the_right_password_opens_the_house() {
        var giulia = withPassword(cast.giulia());
        var browser = cast.stranger();

        var answer = signIn(browser, giulia, PASSWORD);

        assertThat(answer).isEqualTo(303);
        assertThat(browser.cookie()).startsWith("pronto=");
        assertThat(browser.get("/settings/preferences").statusCode()).isNotEqualTo(303);
    }

    @Test
    void a_wrong_one_and_an_unknown_name_sound_the_same() {
        var giulia = withPassword(cast.giulia());

        var wrong = cast.stranger().post("/sign-in", Map.of("email", giulia.email(), "password", "another one"));
        var unknown = cast.stranger().post("/sign-in", Map.of("email", "nobody@pronto.example", "password", "x"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void nobody_gets_in_with_a_session_from_before_signing_in() {
        var giulia = withPassword(cast.giulia());
        var browser = cast.browserOf(giulia);
        var before = browser.cookie();

        signIn(browser, giulia, PASSWORD);

        assertThat(browser.cookie()).isNotEqualTo(before);
        assertThat(count(
                        "select count(*) from staff.session where token_hash = :hash",
                        Secret.of(String.valueOf(before).substring("pronto=".length()))
                                .hash()))
                .isZero();
    }

    @Test
    void guessing_becomes_slow_and_fifty_at_once_do_not_slip_through() throws Exception {
        var giulia = withPassword(cast.giulia());
        var begun = Instant.now();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(n -> guessers.submit(() -> signIn(cast.stranger(), giulia, "guess number " + n)))
                    .toList();

            var judged = 0;
            for (var answer : answers) {
                judged += answer.get() == 422 ? 1 : 0;
            }

            // After five a slow machine comes to a sixth by waiting as it must.
            var waited = Duration.between(begun, Instant.now()).dividedBy(Duration.ofSeconds(5));
            assertThat(judged).isLessThanOrEqualTo(5 + (int) waited);
        }
        // As if it had taken no time.
        time.set(Duration.between(Instant.now(), begun));
        var blocked = cast.stranger().post("/sign-in", Map.of("email", giulia.email(), "password", PASSWORD));
        assertThat(blocked.statusCode()).isEqualTo(429);

        time.set(Duration.ofMinutes(1));
        assertThat(signIn(cast.stranger(), giulia, PASSWORD)).isEqualTo(303);
    }

    @Test
    void a_session_ends_unused_after_eight_hours_and_always_after_a_week() {
        var browser = cast.browserOf(cast.giulia());

        for (var hours = 7; hours < 7 * 24; hours += 7) {
            time.set(Duration.ofHours(hours));
            assertThat(in(browser)).as("after %s hours", hours).isTrue();
        }
        time.set(Duration.ofDays(7).plusMinutes(1));
        assertThat(in(browser)).isFalse();

        time.set(Duration.ZERO);
        var idle = cast.browserOf(cast.giulia());
        time.set(Duration.ofHours(8).plusMinutes(1));
        assertThat(in(idle)).isFalse();
    }

    @Test
    void a_new_password_ends_every_session_but_the_new_one() {
        var giulia = withPassword(cast.giulia());
        var elsewhere = cast.browserOf(giulia);
        var here = cast.browserOf(giulia);

        var answer =
                here.post("/settings/password", Map.of("current", PASSWORD, "password", "sette lumache verso il tram"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(in(elsewhere)).isFalse();
        assertThat(in(here)).isTrue();
        assertThat(signIn(cast.stranger(), giulia, PASSWORD)).isEqualTo(422);
        assertThat(signIn(cast.stranger(), giulia, "sette lumache verso il tram"))
                .isEqualTo(303);
    }

    @Test
    void a_new_role_ends_every_session() {
        var marco = cast.marco();
        var browser = cast.browserOf(marco);

        personnel.changeRole(marco.id(), Role.LEAD, cast.ada().actor());

        assertThat(in(browser)).isFalse();
    }

    @Test
    void whoever_leaves_is_out_at_once() {
        var nora = withPassword(cast.hired("Nora Riva", Role.TECHNICIAN));
        var browser = cast.browserOf(nora);
        var link = links.make(Purpose.SIGN_IN, nora.id());

        personnel.leave(nora.id(), cast.ada().actor());

        assertThat(in(browser)).isFalse();
        assertThat(signIn(cast.stranger(), nora, PASSWORD)).isEqualTo(422);
        assertThat(cast.stranger().get(path(link)).statusCode()).isEqualTo(410);
    }

    @Test
    void looking_at_a_link_spends_nothing_and_its_button_works_once() {
        var link = path(links.make(Purpose.SIGN_IN, cast.giulia().id()));

        assertThat(cast.stranger().get(link).body()).contains("Hello, Giulia Bianchi");
        assertThat(cast.stranger().get(link).statusCode()).isEqualTo(200);
        assertThat(cast.stranger().post(link, Map.of()).statusCode()).isEqualTo(303);
        assertThat(cast.stranger().post(link, Map.of()).statusCode()).isEqualTo(410);
    }

    @Test
    void of_fifty_who_press_the_button_one_gets_in() throws Exception {
        var link = path(links.make(Purpose.SIGN_IN, cast.giulia().id()));
        try (var pressing = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(n -> pressing.submit(
                            () -> cast.stranger().post(link, Map.of()).statusCode()))
                    .toList();
            var in = 0;
            for (var answer : answers) {
                in += answer.get() == 303 ? 1 : 0;
            }
            assertThat(in).isOne();
        }
    }

    @Test
    void a_link_is_too_old_after_half_an_hour_and_an_invitation_after_three_days() {
        var asked = path(links.make(Purpose.SIGN_IN, cast.giulia().id()));
        var invited = path(links.make(Purpose.INVITE, cast.marco().id()));

        time.set(Duration.ofMinutes(31));
        assertThat(cast.stranger().get(asked).statusCode()).isEqualTo(410);
        assertThat(cast.stranger().get(invited).statusCode()).isEqualTo(200);
        time.set(Duration.ofHours(73));
        assertThat(cast.stranger().get(invited).statusCode()).isEqualTo(410);
    }

    @Test
    void a_link_can_set_a_password_but_no_bad_one() {
        var marco = cast.marco();
        var link = path(links.make(Purpose.INVITE, marco.id()));

        var bad = cast.stranger().post(link, Map.of("password", "marco.neri123"), "HX-Request", "true");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("data-field=\"password\"");

        assertThat(cast.stranger().post(link, Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(303);
        assertThat(signIn(cast.stranger(), marco, PASSWORD)).isEqualTo(303);
    }

    @Test
    void whoever_asks_for_a_link_learns_nothing_about_who_is_here() {
        var known = cast.stranger()
                .post("/sign-in/link", Map.of("email", cast.giulia().email()));
        var unknown = cast.stranger().post("/sign-in/link", Map.of("email", "nobody@pronto.example"));

        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(count("select count(*) from channels.outgoing where subject_kind = :hash", "technician"))
                .isPositive();
    }

    @Test
    void nobody_is_led_to_a_foreign_house_after_signing_in() {
        var giulia = withPassword(cast.giulia());
        for (var next : List.of("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)")) {
            var answer = cast.stranger()
                    .post("/sign-in", Map.of("email", giulia.email(), "password", PASSWORD, "next", next));
            assertThat(answer.headers().firstValue("Location")).as(next).contains("/");
        }
    }

    @Test
    void signing_out_ends_the_session_itself() {
        var browser = cast.browserOf(cast.giulia());
        var cookie = browser.cookie();

        assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(303);

        assertThat(browser.cookie()).isNull();
        assertThat(count(
                        "select count(*) from staff.session where token_hash = :hash",
                        Secret.of(String.valueOf(cookie).substring("pronto=".length()))
                                .hash()))
                .isZero();
    }

    private Technician withPassword(Technician person) {
        own.setPasswordHash(person, passwords.hash(PASSWORD), Actor.PRONTO);
        return person;
    }

    private static int signIn(Browser browser, Technician person, String password) {
        return browser.post("/sign-in", Map.of("email", person.email(), "password", password))
                .statusCode();
    }

    private static boolean in(Browser browser) {
        return browser.get("/settings/preferences").statusCode() == 200;
    }

    private static String path(String link) {
        var found = Pattern.compile("/sign-in/link/.*").matcher(link);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private long count(String sql, String hash) {
        return db.sql(sql).param("hash", hash).query(Long.class).single();
    }
}
