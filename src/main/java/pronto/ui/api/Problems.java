package pronto.ui.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import pronto.ui.Largest;
import pronto.ui.Reader;
import pronto.ui.Refusal;
import pronto.ui.Texts;
import pronto.ui.TooLarge;
import pronto.ui.Words;
import tools.jackson.databind.json.JsonMapper;

/** Answers programs when something goes wrong: one shape for refusals, for requests that do not fit, and for our own faults. */
@Component
public class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final Set<String> RESERVED = Set.of("type", "title", "status", "detail", "field");

    private final JsonMapper json;
    private final Words words;
    private final Texts texts;
    private final Largest largest;

    Problems(JsonMapper json, Words words, Texts texts, Largest largest) {
        this.json = json;
        this.words = words;
        this.texts = texts;
        this.largest = largest;
    }

    /** True for the addresses that programs ask, which get problems and never pages. */
    public static boolean concern(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    public void answer(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        var reason =
                Reasons.of(thrown instanceof MaxUploadSizeExceededException ? new TooLarge(largest.form()) : thrown);
        answer(request, response, reason == null ? unforeseen(request, thrown) : reason);
    }

    /** Nobody we know: no token, or one that opens nothing. */
    public void notSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        answer(request, response, Reason.of("not-signed-in", 401));
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Reason reason) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(reason.status());
        if (reason.arguments().get("seconds") instanceof Number seconds) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var bytes = json.writeValueAsBytes(problem(request, reason));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Problem problem(HttpServletRequest request, Reason reason) {
        var text = texts.in(Reader.languageOf(request.getLocale()), ZoneOffset.UTC);
        var word = "refusal." + reason.name();
        var detail = text.of(words.has(word) ? word : "refusal." + kind(reason.status()), reason.arguments());
        var more = new LinkedHashMap<String, Object>(reason.arguments());
        more.keySet().removeAll(RESERVED);
        return Problem.named(reason.name(), reason.status(), detail, reason.field(), more);
    }

    /** A refusal without a sentence of its own is told by its kind. */
    private static String kind(int status) {
        return Arrays.stream(Refusal.Kind.values())
                .filter(kind -> kind.status() == status)
                .findFirst()
                .orElse(Refusal.Kind.INVALID)
                .name();
    }

    /** The number lets an administrator find the trace in the log; the sender learns nothing else. */
    private static Reason unforeseen(HttpServletRequest request, Throwable thrown) {
        var number = UUID.randomUUID().toString().substring(0, 8);
        log.error("{} {} failed, number {}", request.getMethod(), request.getRequestURI(), number, thrown);
        return new Reason("internal", 500, null, Map.of("number", number));
    }
}
