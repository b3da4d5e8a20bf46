package pronto.ui.api;

import java.sql.SQLException;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import pronto.ui.Away;
import pronto.ui.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Finds the reason in what was thrown. */
final class Reasons {

    private Reasons() {}

    /** Null where it is our own fault and nothing more can be said. */
    static @Nullable Reason of(Throwable thrown) {
        if (Away.is(thrown)) {
            return unavailable();
        }
        return switch (thrown) {
            case Refusal refusal -> Reason.of(refusal);
            case HttpMessageNotReadableException unreadable -> body(unreadable.getCause());
            case MethodArgumentTypeMismatchException mismatch ->
                mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? Reason.of("not-found", 404)
                        : Reason.field("unreadable-field", mismatch.getName());
            case MissingServletRequestParameterException missing -> Reason.field("missing", missing.getParameterName());
            case MissingRequestHeaderException missing -> Reason.field("missing", missing.getHeaderName());
            case HttpRequestMethodNotSupportedException method ->
                new Reason("method-not-allowed", 405, null, Map.of("method", method.getMethod()));
            case HttpMediaTypeNotSupportedException type -> Reason.of("media-type-not-supported", 415);
            case HttpMediaTypeNotAcceptableException type -> Reason.of("not-acceptable", 406);
            // A form without files where files were expected: the sender's fault, not ours.
            case MultipartException form -> Reason.of("bad-request", 400);
            case InvalidParameterException query -> Reason.of("bad-request", 400);
            case DataIntegrityViolationException unfit -> data(unfit);
            case ErrorResponse answer -> answered(answer.getStatusCode().value());
            default -> null;
        };
    }

    /** What no column can hold, such as NUL, is the sender's fault; a broken promise between rows is ours. */
    private static @Nullable Reason data(DataIntegrityViolationException thrown) {
        return thrown.getMostSpecificCause() instanceof SQLException refused
                        && String.valueOf(refused.getSQLState()).startsWith("22")
                ? Reason.of("bad-request", 422)
                : null;
    }

    private static @Nullable Reason answered(int status) {
        if (status == 404) {
            return Reason.of("not-found", 404);
        }
        return status >= 400 && status < 500 ? Reason.of("bad-request", status) : null;
    }

    static Reason unavailable() {
        return new Reason("unavailable", 503, null, Map.of("seconds", 5));
    }

    private static Reason body(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return Reason.field("unknown-field", path(unknown));
        }
        return cause instanceof DatabindException unfit ? unfit(unfit) : Reason.of("malformed", 400);
    }

    private static Reason unfit(DatabindException unfit) {
        if (unfit.getCause() instanceof Refusal refusal) {
            return Reason.of(refusal);
        }
        if (unfit instanceof InvalidNullException gap) {
            return Reason.field("missing", path(gap));
        }
        return unfit.getPath().isEmpty() ? Reason.of("malformed", 400) : Reason.field("unreadable-field", path(unfit));
    }

    /** As the sender wrote it: {@code emails[1]}, {@code from.email}. */
    private static String path(JacksonException thrown) {
        var path = new StringBuilder();
        for (var step : thrown.getPath()) {
            var name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }
}
