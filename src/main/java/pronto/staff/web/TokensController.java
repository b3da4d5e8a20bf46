package pronto.staff.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Scope;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.staff.tokens.Token;
import pronto.staff.tokens.Tokens;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;

/** The programs that may ask. */
@Controller
@Needs(Right.ADMINISTER)
@RequestMapping("/settings/tokens")
class TokensController {

    private static final int LONGEST_DAYS = 3_650;

    private final Tokens tokens;
    private final Staff staff;
    private final InstantSource time;

    TokensController(Tokens tokens, Staff staff, InstantSource time) {
        this.tokens = tokens;
        this.staff = staff;
        this.time = time;
    }

    @GetMapping
    View list() {
        return view(null);
    }

    @PostMapping
    View make(
            @RequestParam String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "false") boolean own,
            @RequestParam(defaultValue = "0") int days,
            Technician me) {
        if (scopes.isEmpty()) {
            throw new Invalid("no-scope", "scopes");
        }
        var expires = days <= 0 ? null : time.instant().plus(Duration.ofDays(Math.min(days, LONGEST_DAYS)));
        var made = tokens.make(
                name, scopes.stream().map(Scope::named).toList(), own ? me.id() : null, expires, me.actor());
        return view(made.secret().reveal());
    }

    @PostMapping("/{id}/revoke")
    View revoke(@PathVariable long id, Technician me) {
        tokens.revoke(id, me.actor());
        return Go.to("/settings/tokens");
    }

    private View view(@Nullable String secret) {
        var living = tokens.living();
        var people = staff.technicians(
                living.stream().map(Token::technician).filter(Objects::nonNull).toList());
        return new TokensView(living, people, time.instant(), secret);
    }
}
