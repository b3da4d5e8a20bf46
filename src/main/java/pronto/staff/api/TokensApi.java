package pronto.staff.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pronto.staff.Me;
import pronto.staff.Scope;
import pronto.staff.Technician;
import pronto.staff.tokens.Token;
import pronto.staff.tokens.Tokens;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.NotFound;
import pronto.ui.Right;
import pronto.ui.api.Needed;
import pronto.ui.api.OneOf;
import pronto.ui.api.Slice;

/** The programs that may ask. */
@RestController
@Needs(Right.ADMINISTER)
@RequestMapping("/api/v1/tokens")
class TokensApi {

    private final Tokens tokens;

    TokensApi(Tokens tokens) {
        this.tokens = tokens;
    }

    record New(
            @Needed @Nullable String name,
            @OneOf(Scope.class) @Nullable List<String> scopes,
            @Nullable Instant expiresAt) {}

    /** {@code token} is there in the answer that made it, and never again. */
    record TokenJson(
            String id,
            String name,
            @OneOf(Scope.class) List<String> scopes,
            @Nullable String technician,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant expiresAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

        static TokenJson of(Token token, @Nullable String secret) {
            return new TokenJson(
                    Long.toString(token.id()),
                    token.name(),
                    token.scopes().stream().sorted().map(Scope::text).toList(),
                    token.technician() == null ? null : Long.toString(token.technician()),
                    token.createdAt(),
                    token.lastUsedAt(),
                    token.expiresAt(),
                    secret);
        }
    }

    @GetMapping
    Slice<TokenJson> list() {
        return Slice.whole(
                tokens.living().stream().map(token -> TokenJson.of(token, null)).toList());
    }

    @GetMapping("/{id}")
    TokenJson show(@PathVariable long id) {
        return tokens.find(id)
                .filter(token -> token.revokedAt() == null)
                .map(token -> TokenJson.of(token, null))
                .orElseThrow(NotFound::new);
    }

    /** Acts for the same person as the one that asks, or for nobody; without {@code expiresAt} until it is revoked. */
    @PostMapping
    ResponseEntity<TokenJson> make(@RequestBody New token, Me me) {
        var scopes = Objects.requireNonNullElse(token.scopes(), List.of("admin")).stream()
                .map(Scope::named)
                .toList();
        Technician person = me.technician();
        var made = tokens.make(
                Invalid.required(token.name(), "name"),
                scopes,
                person == null ? null : person.id(),
                token.expiresAt(),
                me.actor());
        return ResponseEntity.created(
                        URI.create("/api/v1/tokens/" + made.token().id()))
                .body(TokenJson.of(made.token(), made.secret().reveal()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, Me me) {
        tokens.revoke(id, me.actor());
    }
}
