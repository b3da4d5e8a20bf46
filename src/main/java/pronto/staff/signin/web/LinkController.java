package pronto.staff.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Staff;
import pronto.staff.gate.SessionCookie;
import pronto.staff.signin.Links;
import pronto.staff.signin.Purpose;
import pronto.staff.signin.Secret;
import pronto.staff.signin.SignIn;
import pronto.ui.Anyone;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.Reader;
import pronto.ui.View;

/** Signing in with a link that works once. Opening it shows a button; only that spends it. */
@Controller
@Anyone
@RequestMapping("/sign-in/link")
class LinkController {

    private final SignIn signIn;
    private final Staff staff;
    private final SessionCookie cookie;

    LinkController(SignIn signIn, Staff staff, SessionCookie cookie) {
        this.signIn = signIn;
        this.staff = staff;
        this.cookie = cookie;
    }

    @GetMapping
    View ask() {
        return new AskForLinkView(false);
    }

    @PostMapping
    View send(@RequestParam String email, HttpServletRequest request) {
        signIn.askForLink(email, Visitors.of(request));
        return new AskForLinkView(true);
    }

    @GetMapping("/{link}")
    View open(@PathVariable String link) {
        var found = signIn.look(Secret.of(link));
        if (found.purpose() == Purpose.FIRST) {
            return new FirstView(link);
        }
        var person =
                staff.technician(Objects.requireNonNull(found.technician())).orElseThrow();
        return new LinkView(link, person.name(), found.purpose() == Purpose.INVITE);
    }

    @PostMapping("/{link}")
    View spend(
            @PathVariable String link,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String password,
            Reader reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        var secret = Secret.of(link);
        var visitor = Visitors.of(request);
        var session = signIn.look(secret).purpose() == Purpose.FIRST
                ? signIn.asFirst(
                        secret,
                        Invalid.required(email, "email"),
                        Invalid.required(name, "name"),
                        Invalid.required(password, "password"),
                        reader.language(),
                        visitor)
                : signIn.withLink(secret, password, visitor);
        cookie.replace(request, response, session);
        return Go.to("/");
    }

    @ExceptionHandler
    View spent(Links.LinkSpent refusal, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_GONE);
        return new LinkSpentView();
    }
}
