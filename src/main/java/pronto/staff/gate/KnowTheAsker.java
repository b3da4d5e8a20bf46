package pronto.staff.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import pronto.staff.Me;
import pronto.staff.signin.Secret;
import pronto.staff.signin.Sessions;
import pronto.staff.tokens.TokenExpired;
import pronto.staff.tokens.Tokens;
import pronto.timeline.Actor;
import pronto.ui.Screens;
import pronto.ui.api.Problems;

/** Finds out who is asking: by the token that a program shows, else by the session that a browser shows. */
class KnowTheAsker extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Tokens tokens;
    private final SessionCookie cookie;
    private final Pace pace;
    private final Problems problems;
    private final Screens screens;

    KnowTheAsker(
            Sessions sessions, Tokens tokens, SessionCookie cookie, Pace pace, Problems problems, Screens screens) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookie = cookie;
        this.pace = pace;
        this.problems = problems;
        this.screens = screens;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Files and health are for everybody, and health must answer when the database does not.
        return request.getRequestURI().startsWith("/static/")
                || request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<SignedIn> asker;
        try {
            asker = authorization == null ? bySession(request) : byToken(authorization);
        } catch (RuntimeException tooFastOrDatabaseIsAway) {
            fail(request, response, tooFastOrDatabaseIsAway);
            return;
        }
        if (asker.isEmpty() && authorization != null) {
            problems.notSignedIn(request, response);
            return;
        }
        asker.ifPresent(known -> {
            known.keepWith(request);
            SecurityContextHolder.setContext(new SecurityContextImpl(known));
        });
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> byToken(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        var program =
                tokens.open(Secret.of(authorization.substring(BEARER.length()).strip()));
        program.map(Me::actor).map(Actor::id).ifPresent(pace::count);
        return program.map(SignedIn::with);
    }

    private Optional<SignedIn> bySession(HttpServletRequest request) {
        return cookie.read(request).flatMap(sessions::find).map(SignedIn::with);
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, RuntimeException thrown)
            throws IOException {
        if (Problems.concern(request)) {
            if (thrown instanceof TokenExpired) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            }
            problems.answer(request, response, thrown);
        } else {
            logger.warn("Nobody can be recognised: " + thrown.getMessage());
            screens.away(request, response);
        }
    }
}
