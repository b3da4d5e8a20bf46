package pronto.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StartTest extends RealDatabase {

    @Autowired
    private JdbcClient database;

    @Test
    void the_whole_program_starts_on_an_empty_database() {
        var installations = database.sql("select count(*) from runtime.installation")
                .query(Long.class)
                .single();

        assertThat(installations).isOne();
    }
}
