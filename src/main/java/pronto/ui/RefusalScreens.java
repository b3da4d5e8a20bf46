package pronto.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Tells a person why something was refused. A part gets the sentence alone, for the field it concerns, so that nothing
 * typed is lost; a page gets a page.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusalScreens {

    private final Texts texts;

    RefusalScreens(Texts texts) {
        this.texts = texts;
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
}
