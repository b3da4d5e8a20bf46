package pronto.staff.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import pronto.staff.signin.SignIn;

/** Reads from a request where it comes from. */
public final class Visitors {

    private Visitors() {}

    public static SignIn.Visitor of(HttpServletRequest request) {
        return new SignIn.Visitor(
                request.getRemoteAddr(), Objects.toString(request.getHeader(HttpHeaders.USER_AGENT), ""));
    }
}
