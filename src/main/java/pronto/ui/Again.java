package pronto.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A form that came and could not be taken, to be sent once more as it was. */
public record Again(String action, List<Field> fields) {

    public record Field(String name, String value) {}

    /** How it came: once it failed, the server hands on every request as one that reads. */
    static String method(HttpServletRequest request) {
        return Objects.toString(request.getAttribute(RequestDispatcher.ERROR_METHOD), request.getMethod());
    }

    /** Null where there is nothing that could be sent again: no form, one with a file, or one with a password. */
    static @Nullable Again of(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (!method(request).equals("POST") || !type.startsWith("application/x-www-form-urlencoded")) {
            return null;
        }
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            for (var value : values) {
                fields.add(new Field(name, value));
            }
        });
        return fields.stream()
                        .anyMatch(field -> field.name().toLowerCase(Locale.ROOT).contains("password"))
                ? null
                : new Again(
                        Objects.toString(
                                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI()),
                        List.copyOf(fields));
    }
}
