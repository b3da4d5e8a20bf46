package pronto.staff.tokens;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import pronto.ui.Refusal;

/** The time that this token was made for is over. */
public final class TokenExpired extends Refusal {

    TokenExpired(Instant at) {
        super(
                Kind.NOT_SIGNED_IN,
                null,
                Map.of("at", at.truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    @Override
    public String name() {
        return "token-expired";
    }
}
