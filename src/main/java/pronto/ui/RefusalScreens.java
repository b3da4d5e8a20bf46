package pronto.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/**
 * Tells a person why something was refused. A part gets the sentence alone, for the field it concerns, so that nothing
 * typed is lost; a page gets a page.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusalScreens {

    private static final Logger log = LoggerFactory.getLogger(RefusalScreens.class);

    private final Texts texts;
    private final Largest largest;

    RefusalScreens(Texts texts, Largest largest) {
        this.texts = texts;
        this.largest = largest;
    }

    @ExceptionHandler
    View refused(Refusal refusal, Text text, HttpServletRequest request, HttpServletResponse response) {
        var sentence = texts.refusal(text, refusal);
        var status = refusal.kind().status();
        response.setStatus(status);
        if (Screens.isPart(request)) {
            response.setHeader("Pronto-Refusal", refusal.name());
            return new RefusalView(sentence, refusal.field());
        }
        return new ErrorView(status, sentence);
    }

    /** No database or no room: what was typed is not lost, and what was begun is known by its key. */
    @ExceptionHandler({
        DataAccessException.class,
        TransactionException.class,
        UncheckedIOException.class,
        MultipartException.class,
        InvalidParameterException.class
    })
    View failed(RuntimeException thrown, Text text, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Away.is(thrown)) {
            log.warn("{} {} could not be done: {}", request.getMethod(), request.getRequestURI(), thrown.getMessage());
            response.setHeader("Retry-After", "5");
            return away(text, request, response);
        }
        if (Uploaded.isTooLarge(thrown)) {
            return refused(new TooLarge(largest.file()), text, request, response);
        }
        throw thrown;
    }

    static View away(Text text, HttpServletRequest request, HttpServletResponse response) {
        var status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        response.setStatus(status);
        var reading = Again.method(request).equals("GET");
        var sentence = text.of(reading ? "ui.error.503.text" : "refusal.UNAVAILABLE");
        if (Screens.isPart(request)) {
            response.setHeader("Pronto-Refusal", "unavailable");
            return new RefusalView(sentence, null);
        }
        return new ErrorView(status, sentence, Again.of(request));
    }
}
