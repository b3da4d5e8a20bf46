package pronto.staff.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import pronto.people.Cast;
import pronto.runtime.RealDatabase;
import pronto.staff.Me;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.staff.Technician;
import pronto.ui.Invalid;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(GateTest.House.class)
class GateTest extends RealDatabase {

    /** A room with two doors, one for people and one for programs. */
    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class House {

        record Wish(String text, int number) {}

        @GetMapping("/room")
        String room(Technician me) {
            return "hello " + me.name();
        }

        @PostMapping("/room")
        String write() {
            return "written";
        }

        @GetMapping("/api/v1/room")
        Map<String, String> asked(Me me) {
            return Map.of("who", me.key());
        }

        @PostMapping("/api/v1/room")
        ResponseEntity<Map<String, Object>> wished(@RequestBody Wish wish) {
            if (wish.text().equals("no")) {
                throw new Invalid("missing", "text");
            }
            return ResponseEntity.status(201)
                    .header("Location", "/api/v1/room/1")
                    .body(Map.of("wish", wish.text()));
        }
    }

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private JdbcClient db;

    private Cast cast;

    @BeforeEach
    void castThem() {
        cast = new Cast(context);
    }

    @Test
    void a_stranger_is_sent_to_sign_in_and_back() {
        var answer = cast.stranger().get("/room?x=1");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in?next=%2Froom%3Fx%3D1");
    }

    @Test
    void somebody_with_a_session_is_known() {
        assertThat(cast.browserOf(cast.giulia()).get("/room").body()).isEqualTo("hello Giulia Bianchi");
    }

    @Test
    void a_form_without_the_sessions_mark_changes_nothing() {
        var browser = cast.browserOf(cast.giulia());
        var unmarked = browser.request("/room").POST(java.net.http.HttpRequest.BodyPublishers.noBody());

        assertThat(browser.send(unmarked).statusCode()).isEqualTo(403);
        assertThat(browser.post("/room", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_on_a_foreign_page_changes_nothing() {
        var browser = cast.browserOf(cast.giulia());

        assertThat(browser.post("/room", Map.of(), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/room", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/room", Map.of(), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_auditor_reads_and_does_not_write() {
        var auditor = cast.browserOf(cast.hired("Nora Riva", Role.AUDITOR));

        assertThat(auditor.get("/room").statusCode()).isEqualTo(200);
        assertThat(auditor.post("/room", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void a_program_without_a_token_gets_a_problem() {
        var answer = cast.stranger().get("/api/v1/room");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).contains("\"type\":\"/problems/not-signed-in\"");
    }

    @Test
    void a_token_opens_what_its_scope_says() {
        assertThat(cast.program(Scope.READ).get("/api/v1/room").status()).isEqualTo(200);
        assertThat(cast.program(Scope.READ).post("/api/v1/room", "{}").problem())
                .isEqualTo("not-allowed");
        assertThat(cast.program(Scope.CTI).get("/api/v1/room").status()).isEqualTo(403);
        assertThat(cast.program(Scope.WRITE)
                        .post("/api/v1/room", "{\"text\":\"a\",\"number\":1}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_field_nobody_asked_for_is_refused_by_name() {
        var answer = cast.program(Scope.WRITE).post("/api/v1/room", "{\"text\":\"a\",\"number\":1,\"role\":\"x\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("unknown-field");
        assertThat(answer.json().path("field").asString()).isEqualTo("role");
    }

    @Test
    void what_is_not_there_is_a_problem_too() {
        var program = cast.program(Scope.ADMIN);

        assertThat(program.get("/api/v1/nowhere").problem()).isEqualTo("not-found");
        assertThat(program.delete("/api/v1/room").problem()).isEqualTo("method-not-allowed");
        assertThat(program.post("/api/v1/room", "{").problem()).isEqualTo("malformed");
    }

    @Test
    void a_program_hears_why_in_its_language() {
        var refused = cast.program(Scope.WRITE)
                .post("/api/v1/room", "{\"text\":\"no\",\"number\":1}", "Accept-Language", "it");

        assertThat(refused.json().path("detail").asString()).isEqualTo("Qui manca qualcosa.");
    }

    @Test
    void every_page_tells_the_browser_what_it_must_not_do() {
        for (var path : new String[] {"/room", "/nowhere", "/api/v1/room", "/error"}) {
            var headers = cast.stranger().get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        }
    }

    @Test
    void who_has_left_is_nobody() {
        var marco = cast.marco();
        var browser = cast.browserOf(marco);
        var program = cast.programOf(marco, Scope.READ);
        assertThat(program.get("/api/v1/room").status()).isEqualTo(200);

        db.sql("update staff.technician set left_at = created_at where id = :id")
                .param("id", marco.id())
                .update();

        assertThat(browser.get("/room").statusCode()).isEqualTo(303);
        assertThat(program.get("/api/v1/room").status()).isEqualTo(401);
    }
}
