package pronto.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Gives access tokens for refresh tokens, each of which is good once, and says whether an access token is good. */
final class TokenServer implements AutoCloseable {

    private final HttpServer server;
    private final String user;
    private volatile int given;
    private volatile String good = "";
    private volatile String refresh = "refresh-0";

    /** The access tokens that somebody came with. */
    final List<String> shown = new CopyOnWriteArrayList<>();

    TokenServer(String user) throws IOException {
        this.user = user;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::token);
        server.createContext("/introspect", this::introspect);
        server.start();
    }

    URI tokens() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    URI introspection() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/introspect");
    }

    int given() {
        return given;
    }

    /** What was given so far is good no more. */
    void expire() {
        good = "";
    }

    private synchronized void token(HttpExchange exchange) throws IOException {
        if (!refresh.equals(field(exchange, "refresh_token"))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        given++;
        good = "access-" + given;
        refresh = "refresh-" + given;
        answer(exchange, 200, """
                {"access_token": "%s", "refresh_token": "%s", "expires_in": 600}""".formatted(good, refresh));
    }

    private void introspect(HttpExchange exchange) throws IOException {
        var token = field(exchange, "token");
        shown.add(token);
        var active = !good.isEmpty() && token.equals(good);
        answer(exchange, 200, "{\"active\": %s, \"email\": \"%s\"}".formatted(active, user));
    }

    private static String field(HttpExchange exchange, String name) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(form);
        return found.find() ? URLDecoder.decode(found.group(1), UTF_8) : "";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
