package pronto.people;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks for pages and sends forms, as a browser without scripts does; follows nothing by itself. */
public final class Browser {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private @Nullable String cookie;
    private @Nullable String csrf;

    Browser(String address, @Nullable String cookie, @Nullable String csrf) {
        this.address = address;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends a form with the mark of its session. */
    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        return send(marked(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(written(form))));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return request;
    }

    /** A request that bears the mark of its session. */
    public HttpRequest.Builder marked(String path, String... headers) {
        var request = request(path, headers);
        return csrf == null ? request : request.header("X-CSRF", csrf);
    }

    /** Whatever mark the page bore that was read last is sent with the next form. */
    public void readMark(String page) {
        var from = page.indexOf("name=\"csrf\" content=\"") + 21;
        csrf = page.substring(from, page.indexOf('"', from));
    }

    /** The mark of the session, for a form that is not written by {@link #post}. */
    public @Nullable String mark() {
        return csrf;
    }

    public @Nullable String cookie() {
        return cookie;
    }

    private void keep(String setCookie) {
        cookie = setCookie.contains("Max-Age=0") ? null : setCookie.substring(0, setCookie.indexOf(';'));
    }

    private static String written(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey(), UTF_8) + "=" + encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
