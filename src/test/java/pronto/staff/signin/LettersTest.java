package pronto.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.people.Cast;
import pronto.runtime.RealDatabase;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LettersTest extends RealDatabase {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private JdbcClient db;

    @Autowired
    private SignIn signIn;

    @Test
    void a_colleague_cannot_take_somebodys_way_in_from_the_outbox() {
        var cast = new Cast(context);
        signIn.askForLink(cast.ada().email(), new SignIn.Visitor("127.0.0.1", "test"));
        var letter = db.sql("select id from channels.outgoing where subject_kind = 'technician'")
                .query(Long.class)
                .single();

        var page = cast.browserOf(cast.giulia()).get("/outbox/" + letter);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Your link to sign in").doesNotContain("/sign-in/link/");
    }
}
