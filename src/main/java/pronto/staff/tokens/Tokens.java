package pronto.staff.tokens;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pronto.staff.Me;
import pronto.staff.Rights;
import pronto.staff.Scope;
import pronto.staff.Staff;
import pronto.staff.signin.Secret;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;
import pronto.ui.NotFound;

/** Where the tokens of programs are kept. */
@Repository
public class Tokens {

    public static final String PREFIX = "pronto_";

    private static final int LONGEST_NAME = 80;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final InstantSource time;
    private final Timeline timeline;
    private final Staff staff;

    Tokens(JdbcClient db, InstantSource time, Timeline timeline, Staff staff) {
        this.db = db;
        this.time = time;
        this.timeline = timeline;
        this.staff = staff;
    }

    /** A token that was just made, and what opens with it: to be shown now or never. */
    public record Made(Token token, Secret secret) {}

    /** One that opens until it is revoked. */
    @Transactional
    public Made make(String name, Collection<Scope> scopes, @Nullable Long technician, Actor actor) {
        return make(name, scopes, technician, null, actor);
    }

    @Transactional
    public Made make(
            String name, Collection<Scope> scopes, @Nullable Long technician, @Nullable Instant expires, Actor actor) {
        var named = checked(name);
        if (expires != null && !expires.isAfter(time.instant())) {
            throw new Invalid("expiry-past", "expiresAt");
        }
        if (scopes.isEmpty()) {
            throw new Invalid("scope-missing", "scopes");
        }
        var secret = Secret.random(PREFIX);
        var token = db.sql("""
                insert into staff.token (name, token_hash, scopes, technician_id, expires_at, created_at)
                values (:name, :hash, :scopes, :technician, :expires, :now)
                returning *
                """)
                .param("name", named)
                .param("hash", secret.hash())
                .param("scopes", scopes.stream().map(Scope::text).distinct().toArray(String[]::new))
                .param("technician", technician)
                .param("expires", expires == null ? null : expires.atOffset(UTC))
                .param("now", time.instant().atOffset(UTC))
                .query(Tokens::read)
                .single();
        timeline.add(
                "staff.tokenMade",
                actor,
                subject(token.id()),
                null,
                Map.of("name", named, "scopes", texts(token.scopes())));
        return new Made(token, secret);
    }

    @Transactional
    public void revoke(long id, Actor actor) {
        var token = find(id).orElseThrow(NotFound::new);
        var revoked = db.sql("update staff.token set revoked_at = :now where id = :id and revoked_at is null")
                .param("id", id)
                .param("now", time.instant().atOffset(UTC))
                .update();
        if (revoked == 1) {
            timeline.add("staff.tokenRevoked", actor, subject(id), null, Map.of("name", token.name()));
        }
    }

    /** Those that nobody revoked, the newest first; also those whose time is over, for somebody will ask why. */
    public List<Token> living() {
        return db.sql("select * from staff.token where revoked_at is null order by id desc")
                .query(Tokens::read)
                .list();
    }

    public Optional<Token> find(long id) {
        return db.sql("select * from staff.token where id = :id")
                .param("id", id)
                .query(Tokens::read)
                .optional();
    }

    /** Who is asking with this; nobody where it was revoked or its person has left. */
    public Optional<Me> open(Secret presented) {
        return kept(presented).map(this::living).flatMap(this::me);
    }

    private Optional<Token> kept(Secret presented) {
        return db.sql("select * from staff.token where token_hash = :hash and revoked_at is null")
                .param("hash", presented.hash())
                .query(Tokens::read)
                .optional();
    }

    /** Whoever holds one is told that its time is over, and when. */
    private Token living(Token token) {
        if (token.expiresAt() != null && token.expiredAt(time.instant())) {
            throw new TokenExpired(token.expiresAt());
        }
        return token;
    }

    private Optional<Me> me(Token token) {
        var person = token.technician() == null
                ? null
                : staff.technician(token.technician()).orElseThrow();
        if (person != null && person.leftAt() != null) {
            return Optional.empty();
        }
        note(token);
        var rights = Rights.of(token.scopes(), person == null ? null : person.role());
        return Optional.of(new Me(Actor.token(token.id(), token.name()), person, rights));
    }

    private void note(Token token) {
        var now = time.instant();
        if (token.lastUsedAt() == null || token.lastUsedAt().plus(NOTED_EVERY).isBefore(now)) {
            db.sql("update staff.token set last_used_at = :now where id = :id")
                    .param("id", token.id())
                    .param("now", now.atOffset(UTC))
                    .update();
        }
    }

    private static String checked(String name) {
        var stripped = Invalid.required(name, "name").strip();
        if (stripped.length() > LONGEST_NAME) {
            throw new Invalid("name-too-long", "name", Map.of("longest", LONGEST_NAME));
        }
        return stripped;
    }

    private static Subject subject(long token) {
        return new Subject("token", token);
    }

    private static List<String> texts(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).toList();
    }

    private static Token read(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getLong("id"),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .map(Scope::named)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("technician_id", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"),
                instant(row, "expires_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
