package pronto.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where every error ends that nobody turned into a sentence: a page for people, a problem document for programs. */
@Controller
class ErrorScreen implements ErrorController {

    private final Screens screens;

    ErrorScreen(Screens screens) {
        this.screens = screens;
    }

    @RequestMapping("/error")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown && Away.is(thrown)) {
            status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        response.setStatus(status);
        if (forPrograms(request)) {
            response.setContentType("application/problem+json");
            response.getWriter().write("{\"type\":\"about:blank\",\"status\":" + status + "}");
            return;
        }
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            screens.away(request, response);
            return;
        }
        if (Screens.isPart(request)) {
            response.setHeader("Pronto-Refusal", "error");
            var view = new ErrorView(status, null);
            var sentence = screens.text(request).of("ui.error." + view.kind() + ".text");
            screens.answer(new RefusalView(sentence, null), request, response);
            return;
        }
        screens.answer(new ErrorView(status, null), request, response);
    }

    private static boolean forPrograms(HttpServletRequest request) {
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return path.startsWith("/api/") || path.startsWith("/actuator");
    }
}
