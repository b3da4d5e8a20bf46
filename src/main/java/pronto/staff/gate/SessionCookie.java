package pronto.staff.gate;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import pronto.runtime.Settings;
import pronto.staff.signin.Secret;
import pronto.staff.signin.Session;
import pronto.staff.signin.Sessions;

/** How a browser shows its session. Over HTTPS the name itself forbids that another host or path sets it. */
@Component
public class SessionCookie {

    private static final String NAME = "pronto";

    private final Sessions sessions;
    private final boolean https;

    SessionCookie(Sessions sessions, Settings settings) {
        this.sessions = sessions;
        var url = settings.url();
        this.https = url != null && "https".equals(url.getScheme());
    }

    Optional<Secret> read(HttpServletRequest request) {
        var name = name(request);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .map(Secret::of)
                .findFirst();
    }

    /** A new session takes the place of the one before, which ends: no cookie from before counts for what follows. */
    public void replace(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        read(request).ifPresent(sessions::end);
        write(request, response, secret.reveal(), Session.LONGEST);
    }

    public void end(HttpServletRequest request, HttpServletResponse response) {
        read(request).ifPresent(sessions::end);
        write(request, response, "", Duration.ZERO);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure(request))
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String name(HttpServletRequest request) {
        return secure(request) ? "__Host-" + NAME : NAME;
    }

    private boolean secure(HttpServletRequest request) {
        return https || request.isSecure();
    }
}
