package pronto.channels.email.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens for one mailbox, got anew before they end: by a refresh token (RFC 6749 section 6) or in the program's own
 * name (section 4.4).
 */
final class AccessTokens {

    /** Where the newest refresh token is kept; some servers hand out another at every use and end the old one. */
    interface RefreshToken {

        String newest();

        void keep(String token);
    }

    private record Token(String value, Instant ends) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final Duration UNSAID = Duration.ofMinutes(5);
    private static final int LONGEST = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Settings.OAuth settings;
    private final @Nullable RefreshToken refreshToken;
    private final InstantSource time;
    private @Nullable Token token;

    AccessTokens(Settings.OAuth settings, @Nullable RefreshToken refreshToken, InstantSource time) {
        this.settings = settings;
        this.refreshToken = refreshToken;
        this.time = time;
    }

    String token() throws MessagingException {
        var known = token;
        if (known == null || !time.instant().isBefore(known.ends().minus(EARLY))) {
            known = fresh();
            token = known;
        }
        return known.value();
    }

    /** The mail server did not take it: it may have been ended before its time. */
    void refused() {
        token = null;
    }

    private Token fresh() throws MessagingException {
        var answer = ask(form());
        var value = answer.path("access_token").stringValue("");
        if (value.isBlank()) {
            throw new AuthenticationFailedException("the token server gave no token");
        }
        var next = answer.path("refresh_token").stringValue("");
        if (refreshToken != null && !next.isBlank() && !next.equals(refreshToken.newest())) {
            refreshToken.keep(next);
        }
        var lasts = Duration.ofSeconds(answer.path("expires_in").asLong(UNSAID.toSeconds()));
        return new Token(value, time.instant().plus(lasts));
    }

    private Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", refreshToken == null ? "client_credentials" : "refresh_token");
        form.put("client_id", settings.clientId());
        if (settings.clientSecret() != null) {
            form.put("client_secret", settings.clientSecret());
        }
        if (refreshToken != null) {
            form.put("refresh_token", refreshToken.newest());
        }
        if (settings.scope() != null) {
            form.put("scope", settings.scope());
        }
        return form;
    }

    private JsonNode ask(Map<String, String> form) throws MessagingException {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = http.send(request(settings.tokenUrl(), form), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 4) {
                throw new AuthenticationFailedException("the token server refused: " + reason(answer.body()));
            }
            if (answer.statusCode() != 200) {
                throw new MessagingException("the token server answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new MessagingException("the token server cannot be asked", new IOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessagingException("interrupted", e);
        }
    }

    private static HttpRequest request(URI address, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** The error's name as RFC 6749 section 5.2 has it, which holds no secret. */
    private static String reason(String body) {
        try {
            var error = JSON.readTree(body).path("error").stringValue("without a reason");
            return error.substring(0, Math.min(error.length(), LONGEST));
        } catch (JacksonException e) {
            return "without a reason";
        }
    }
}
