package pronto.channels.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pronto.runtime.Settings;

class AccessTokensTest {

    private record Answer(int status, String body) {}

    private static final class Kept implements AccessTokens.RefreshToken {
        private String token = "first";

        @Override
        public String newest() {
            return token;
        }

        @Override
        public void keep(String next) {
            token = next;
        }
    }

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final Kept kept = new Kept();
    private HttpServer server;
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            asked.add(URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8));
            var answer = answers.remove();
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void a_token_is_used_until_shortly_before_it_ends() throws Exception {
        answers.add(token("one", 3600, null));
        answers.add(token("two", 3600, null));
        var tokens = tokens(null);

        assertThat(tokens.token()).isEqualTo("one");
        now = now.plus(Duration.ofMinutes(58));
        assertThat(tokens.token()).isEqualTo("one");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(tokens.token()).isEqualTo("two");
        assertThat(asked)
                .containsExactly(
                        "grant_type=client_credentials&client_id=pronto&client_secret=s&cret&scope=mail",
                        "grant_type=client_credentials&client_id=pronto&client_secret=s&cret&scope=mail");
    }

    @Test
    void a_token_that_the_mail_server_refused_is_not_used_again() throws Exception {
        answers.add(token("one", 3600, null));
        answers.add(token("two", 3600, null));
        var tokens = tokens(null);

        tokens.token();
        tokens.refused();
        assertThat(tokens.token()).isEqualTo("two");
    }

    @Test
    void a_refresh_token_that_was_exchanged_for_another_is_kept_and_used_next_time() throws Exception {
        answers.add(token("one", 60, "second"));
        answers.add(token("two", 60, null));
        var tokens = tokens(kept);

        tokens.token();
        tokens.token();
        assertThat(asked.get(0)).contains("grant_type=refresh_token").contains("refresh_token=first");
        assertThat(asked.get(1)).contains("refresh_token=second");
    }

    @Test
    void a_refusal_says_why_and_is_told_from_a_server_that_is_away() {
        answers.add(new Answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"secret things\"}"));
        answers.add(new Answer(503, "later"));
        answers.add(new Answer(200, "no json"));
        var tokens = tokens(kept);

        assertThatThrownBy(tokens::token)
                .isInstanceOf(AuthenticationFailedException.class)
                .hasMessage("the token server refused: invalid_grant");
        assertThatThrownBy(tokens::token)
                .isInstanceOf(MessagingException.class)
                .isNotInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(tokens::token)
                .isInstanceOf(MessagingException.class)
                .isNotInstanceOf(AuthenticationFailedException.class);
    }

    private AccessTokens tokens(AccessTokens.@Nullable RefreshToken refresh) {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
        var settings = new Settings.OAuth(address, "pronto", "s&cret", refresh == null ? null : "first", "mail");
        return new AccessTokens(settings, refresh, () -> now);
    }

    private static Answer token(String token, int seconds, @Nullable String refresh) {
        return new Answer(
                200,
                "{\"token_type\":\"Bearer\",\"access_token\":\"" + token + "\",\"expires_in\":" + seconds
                        + (refresh == null ? "" : ",\"refresh_token\":\"" + refresh + "\"") + "}");
    }
}
