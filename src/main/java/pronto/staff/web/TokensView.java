package pronto.staff.web;

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
        @Nullable String secret) implements View {

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
