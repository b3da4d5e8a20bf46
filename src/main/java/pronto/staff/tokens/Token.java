package pronto.staff.tokens;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pronto.staff.Scope;

/** A program's way in. {@code technician} is whom it acts for, null where it was made on the command line. */
public record Token(
        long id,
        String name,
        Set<Scope> scopes,
        @Nullable Long technician,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable Instant expiresAt) {

    public boolean expiredAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
