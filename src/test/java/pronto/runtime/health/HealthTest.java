package pronto.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.runtime.RealDatabase;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HealthTest extends RealDatabase {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Test
    void it_is_ready_while_it_can_commit_and_only_then() throws Exception {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);

        var name = database.sql("select current_database()").query(String.class).single();
        database.sql("alter database " + name + " set default_transaction_read_only = on")
                .update();
        try {
            endOtherConnections();

            await().ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(get("/actuator/health/readiness").statusCode())
                                    .isEqualTo(503));
            assertThat(get("/actuator/health/liveness").statusCode())
                    .as("a new start would not help")
                    .isEqualTo(200);
        } finally {
            database.sql("alter database " + name + " reset default_transaction_read_only")
                    .update();
            endOtherConnections();
        }
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(get("/actuator/health/readiness").statusCode())
                                .isEqualTo(200));
    }

    @Test
    void figures_are_there_for_prometheus() throws Exception {
        var answer = get("/actuator/prometheus");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("pronto_listeners_waiting", "hikaricp_connections", "jvm_memory")
                .contains("pronto_outbox_waiting 0", "pronto_outbox_deferred 0", "pronto_outbox_oldest_seconds 0")
                .contains("pronto_mails_taken_total 0", "pronto_mails_unread 0", "pronto_mails_lag_seconds 0")
                .contains("pronto_search_lag_seconds");
    }

    private void endOtherConnections() {
        database.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and application_name = 'pronto health'
                        """).query().listOfRows();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
