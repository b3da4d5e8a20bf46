package pronto.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what the web server refuses before the program sees it, such as an address that cannot be one. */
final class RefusedByServer extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(RefusedByServer.class);

    private final Screens screens;

    RefusedByServer(Screens screens) {
        this.screens = screens;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        var status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            answer(request, response, status);
            response.finishResponse();
        } catch (IOException | RuntimeException e) {
            log.debug("Nobody hears the refusal", e);
        }
    }

    private void answer(Request request, Response response, int status) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        var path = request.getRequestURI();
        if (path != null && (path.startsWith("/api/") || path.startsWith("/actuator"))) {
            response.setContentType("application/problem+json");
            response.getWriter().write("{\"type\":\"about:blank\",\"status\":" + status + "}");
        } else {
            screens.answer(new ErrorView(status, null), request.getRequest(), response.getResponse());
        }
    }
}
