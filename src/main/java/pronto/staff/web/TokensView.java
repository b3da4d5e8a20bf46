package pronto.staff.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pronto.staff.Scope;
import pronto.staff.Technician;
import pronto.staff.tokens.Token;
import pronto.ui.View;

/** The programs that may ask; {@code secret} is what a new one shows, and is seen this once. */
public record TokensView(
        List<Token> tokens,
        Map<Long, Technician> people,
        Instant now,
        @Nullable String secret) implements View {

    /** How many days one may last; 0 is until it is revoked. */
    public List<Integer> spans() {
        return List.of(0, 30, 90, 365);
    }

    public Scope[] scopes() {
        return Scope.values();
    }

    public String scopesOf(Token token) {
        return token.scopes().stream().sorted().map(Scope::text).collect(Collectors.joining(", "));
    }

    /** For whom it acts, where it acts for somebody. */
    public @Nullable String personOf(Token token) {
        var person = token.technician() == null ? null : people.get(token.technician());
        return person == null ? null : person.name();
    }
}
