package pronto.staff.gate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import pronto.ui.Anyone;
import pronto.ui.Needs;
import pronto.ui.NotAllowed;
import pronto.ui.Right;
import pronto.ui.api.Problems;

/** The one place where a request is let through to a route or not. */
@Component
public class Gate implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What the API takes and gives is no secret; its description is served from here. */
    private static final String DESCRIPTION = "org.springdoc.";

    private final Problems problems;

    Gate(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // What is not a method of ours serves files, or says that there is nothing.
        if (request.getDispatcherType() != DispatcherType.REQUEST || !(handler instanceof HandlerMethod route)) {
            return true;
        }
        var needed = needed(route, request.getMethod());
        if (needed.isEmpty()) {
            return true;
        }
        var asker = SignedIn.of(request);
        if (asker.isEmpty()) {
            sendToSignIn(request, response);
            return false;
        }
        if (!asker.get().me().may(needed.get())) {
            throw new NotAllowed();
        }
        return true;
    }

    /** The right that the route asks for; empty where it is open to anyone. */
    public static Optional<Right> needed(HandlerMethod route, String method) {
        var needs = find(route, Needs.class);
        if (needs != null) {
            return Optional.of(needs.value());
        }
        if (find(route, Anyone.class) != null
                || route.getBeanType().getPackageName().startsWith(DESCRIPTION)) {
            return Optional.empty();
        }
        return Optional.of(READING.contains(method) ? Right.READ : Right.WORK);
    }

    private static <A extends Annotation> @Nullable A find(HandlerMethod route, Class<A> type) {
        var own = route.getMethodAnnotation(type);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), type);
    }

    private void sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Problems.concern(request)) {
            problems.notSignedIn(request, response);
        } else if ("true".equals(request.getHeader("HX-Request"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", "/sign-in");
        } else if (request.getMethod().equals("GET")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, "/sign-in" + next(request));
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, "/sign-in");
        }
    }

    private static String next(HttpServletRequest request) {
        var path = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return path.equals("/") ? "" : "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
