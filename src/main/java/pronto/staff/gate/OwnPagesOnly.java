package pronto.staff.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import pronto.runtime.Settings;
import pronto.staff.signin.Session;
import pronto.ui.NotAllowed;
import pronto.ui.api.Problems;

/**
 * Lets a browser write only from our own pages: the browser says where a request comes from, and the session's mark
 * must come along. A program with a token needs neither, since no browser adds that by itself.
 */
class OwnPagesOnly extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Problems problems;
    private final @Nullable String known;

    OwnPagesOnly(Problems problems, Settings settings) {
        this.problems = problems;
        this.known = settings.url() == null ? null : settings.url().getAuthority();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || isProgram(request) || isOwnPage(request)) {
            chain.doFilter(request, response);
        } else if (Problems.concern(request)) {
            problems.answer(request, response, new NotAllowed());
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isProgram(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private boolean isOwnPage(HttpServletRequest request) {
        if (comesFromElsewhere(request)) {
            return false;
        }
        var session = SignedIn.of(request).map(SignedIn::session);
        return session.isEmpty() || bearsMark(request, session.get());
    }

    /** Browsers say it in one or both of two headers; what says nothing is no browser of today. */
    private boolean comesFromElsewhere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || site != null) {
            return false;
        }
        var authority = authority(origin);
        return authority == null || !(authority.equals(request.getHeader(HttpHeaders.HOST)) || authority.equals(known));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static boolean bearsMark(HttpServletRequest request, Session session) {
        var header = request.getHeader("X-CSRF");
        var mark = header != null ? header : request.getParameter("_csrf");
        return mark != null
                && MessageDigest.isEqual(mark.getBytes(UTF_8), session.csrf().getBytes(UTF_8));
    }
}
