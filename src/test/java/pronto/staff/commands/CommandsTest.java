package pronto.staff.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pronto.people.Started;

/** What an administrator types beside the running program: the real command line, a process of its own each time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {

    private final Path home = Started.emptyHome();
    private final Started program = Started.on(home);

    @AfterAll
    void end() {
        program.close();
    }

    @Test
    void a_new_user_gets_a_link_to_the_running_program_and_nothing_else_is_printed() throws Exception {
        var link = printed("user", "create", "ada@example.com", "--name", "Ada Lovelace", "--role", "administrator");

        assertThat(link).startsWith(program.address() + "/sign-in/link/");
        assertThat(get(link).statusCode()).isEqualTo(200);
        assertThat(get(link).body()).contains("Ada Lovelace");
    }

    @Test
    void an_address_that_somebody_has_is_refused_in_a_sentence() {
        printed("user", "create", "taken@example.com", "--name", "First", "--role", "technician");

        var second = command("user", "create", "Taken@Example.com", "--name", "Second", "--role", "technician");

        assertThat(second.awaitEnd()).isOne();
        assertThat(second.said()).contains("works here already").doesNotContain("\tat ");
        assertThat(second.said().lines()).hasSize(1);
    }

    @Test
    void a_token_opens_what_its_scopes_say() throws Exception {
        var reads = printed("token", "create", "reader", "--scope", "read");
        var all = printed("token", "create", "erp");

        assertThat(open("GET", reads)).isEqualTo(200);
        assertThat(open("POST", reads)).isEqualTo(403);
        assertThat(open("POST", all)).isEqualTo(201);
        assertThat(open("GET", "no-token-at-all")).isEqualTo(401);
    }

    private int open(String method, String token) throws Exception {
        var body = "{\"subject\": \"Printer\", \"body\": \"Burns.\", \"channel\": \"api\","
                + " \"from\": {\"email\": \"marta@customer.example\"}}";
        var request = HttpRequest.newBuilder(program.address().resolve("/api/v1/tickets"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("POST")
                                ? HttpRequest.BodyPublishers.ofString(body)
                                : HttpRequest.BodyPublishers.noBody());
        return send(request).statusCode();
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** The one line it printed. */
    private String printed(String... words) {
        var command = command(words);
        assertThat(command.awaitEnd()).as(command.said()).isZero();
        assertThat(command.said().lines()).hasSize(1);
        return command.said().strip();
    }

    private Started command(String... words) {
        var line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--home", home.toString()));
        return Started.command(line.toArray(String[]::new));
    }
}
