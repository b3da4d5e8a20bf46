package pronto.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StartTest extends RealDatabase {

    @Autowired
    private JdbcClient database;

    @Autowired
    private List<Greeting> greetings;

    @Test
    void the_whole_program_starts_on_an_empty_database() {
        var installations = database.sql("select count(*) from runtime.installation")
                .query(Long.class)
                .single();

        assertThat(installations).isOne();
    }

    @Test
    void whoever_starts_it_without_a_relay_reads_that_mail_stays_in_the_outbox() {
        assertThat(greetings.stream().flatMap(greeting -> greeting.lines().stream()))
                .contains("mail out  none: it stays in the outbox, at /outbox, until pronto.mail.relay is set");
    }
}
