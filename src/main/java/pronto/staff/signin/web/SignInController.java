package pronto.staff.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.gate.SessionCookie;
import pronto.staff.signin.SignIn;
import pronto.ui.Anyone;
import pronto.ui.Go;
import pronto.ui.Reader;
import pronto.ui.View;

/** Signing in with a password, and out. */
@Controller
@Anyone
@RequestMapping
class SignInController {

    private final SignIn signIn;
    private final SessionCookie cookie;

    SignInController(SignIn signIn, SessionCookie cookie) {
        this.signIn = signIn;
        this.cookie = cookie;
    }

    @GetMapping("/sign-in")
    View ask(@RequestParam(defaultValue = "/") String next, Reader reader) {
        return reader.signedIn() ? Go.to(Next.path(next)) : new SignInView(Next.path(next), signIn.nobodyYet());
    }

    @PostMapping("/sign-in")
    View signIn(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = signIn.withPassword(email, password, Visitors.of(request));
        cookie.replace(request, response, session);
        return Go.to(Next.path(next));
    }

    @PostMapping("/sign-out")
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.end(request, response);
        return Go.to("/sign-in");
    }
}
