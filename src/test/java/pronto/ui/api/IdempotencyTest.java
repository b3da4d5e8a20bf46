package pronto.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.people.Cast;
import pronto.people.Program;
import pronto.runtime.RealDatabase;
import pronto.runtime.TimeShift;
import pronto.staff.Scope;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IdempotencyTest extends RealDatabase {

    private static final String TEAMS = "/api/v1/teams";

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TimeShift time;

    private Program program;

    @BeforeEach
    void cast() {
        program = new Cast(context).program(Scope.ADMIN);
        time.set(Duration.ZERO);
        db.sql("delete from staff.team").update();
    }

    @Test
    void the_same_request_gets_the_same_answer_and_happens_once() {
        var first = program.post(TEAMS, "{\"name\":\"Mail\"}", "Idempotency-Key", "a-1");
        var again = program.post(TEAMS, "{\"name\":\"Mail\"}", "Idempotency-Key", "a-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Location")).isNotNull().isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(teams()).isOne();
    }

    @Test
    void another_request_with_the_key_is_refused() {
        program.post(TEAMS, "{\"name\":\"Mail\"}", "Idempotency-Key", "a-2");

        var other = program.post(TEAMS, "{\"name\":\"Billing\"}", "Idempotency-Key", "a-2");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-used");
        assertThat(teams()).isOne();
    }

    @Test
    void the_key_of_one_program_means_nothing_to_another() {
        program.post(TEAMS, "{\"name\":\"Mail\"}", "Idempotency-Key", "a-3");

        var other = new Cast(context).program(Scope.ADMIN);

        assertThat(other.post(TEAMS, "{\"name\":\"Billing\"}", "Idempotency-Key", "a-3")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_refusal_is_an_answer_too_and_leaves_nothing_behind() {
        program.post(TEAMS, "{\"name\":\"Mail\"}");

        var refused = program.post(TEAMS, "{\"name\":\"Mail\"}", "Idempotency-Key", "a-4");
        db.sql("delete from staff.team").update();
        var again = program.post(TEAMS, "{\"name\":\"Mail\"}", "Idempotency-Key", "a-4");

        assertThat(refused.problem()).isEqualTo("team-exists");
        assertThat(again.problem()).isEqualTo("team-exists");
        assertThat(teams()).isZero();
    }

    @Test
    void fifty_at_once_do_it_once() throws Exception {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(n ->
                            senders.submit(() -> program.post(TEAMS, "{\"name\":\"Mail\"}", "Idempotency-Key", "a-5")))
                    .toList();
            for (var answer : answers) {
                var got = answer.get();
                assertThat(got.status()).isIn(201, 409);
                assertThat(got.status() == 409 ? got.problem() : "still-running")
                        .isEqualTo("still-running");
            }
        }
        assertThat(teams()).isOne();
        assertThat(program.post(TEAMS, "{\"name\":\"Mail\"}", "Idempotency-Key", "a-5")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void after_a_week_the_key_is_forgotten() {
        program.post(TEAMS, "{\"name\":\"Mail\"}", "Idempotency-Key", "a-6");

        time.set(Duration.ofDays(7).plusMinutes(1));

        assertThat(program.post(TEAMS, "{\"name\":\"Billing\"}", "Idempotency-Key", "a-6")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_key_is_printable() {
        assertThat(program.post(TEAMS, "{\"name\":\"Mail\"}", "Idempotency-Key", "x".repeat(256))
                        .problem())
                .isEqualTo("idempotency-key-unreadable");
    }

    @Test
    void a_secret_in_an_answer_is_not_readable_in_the_database() {
        var made = program.post("/api/v1/tokens", "{\"name\":\"x\"}", "Idempotency-Key", "a-7");
        var secret = made.json().path("token").asString();

        var again = program.post("/api/v1/tokens", "{\"name\":\"x\"}", "Idempotency-Key", "a-7");

        assertThat(again.json().path("token").asString()).isEqualTo(secret).startsWith("pronto_");
        assertThat(db.sql("select convert_from(body, 'UTF8') from runtime.idempotency where key = 'a-7'")
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    private long teams() {
        return db.sql("select count(*) from staff.team").query(Long.class).single();
    }
}
