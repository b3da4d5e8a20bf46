package pronto.staff.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.people.Program;
import pronto.runtime.RealDatabase;
import pronto.staff.Scope;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "pronto.api.rate=1")
class PaceAtTheGateTest extends RealDatabase {

    @Autowired
    private WebServerApplicationContext context;

    @Test
    void a_program_that_asks_too_fast_gets_a_problem_that_says_when_to_go_on_and_others_do_not() {
        var cast = new Cast(context);
        var hasty = cast.program(Scope.READ);

        Program.Answer refused = hasty.get("/api/v1/teams");
        for (var asked = 0; asked < 400 && refused.status() == 200; asked++) {
            refused = hasty.get("/api/v1/teams");
        }

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-requests");
        assertThat(refused.header("Retry-After")).isIn("1", "2");
        assertThat(refused.json().path("detail").asString()).contains("too often");
        assertThat(cast.program(Scope.READ).get("/api/v1/teams").status()).isEqualTo(200);
        assertThat(cast.browserOf(cast.giulia()).get("/settings/answers").statusCode())
                .isEqualTo(200);
    }
}
