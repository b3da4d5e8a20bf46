package pronto.channels.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pronto.channels.Delivery;

/** One delivery as the outbox lists it. */
public record OutboxLine(
        Delivery delivery,
        String subject,
        boolean automatic,
        @Nullable String subjectKind,
        @Nullable Long subjectId,
        Instant nextTry,
        boolean mayBeTakenBack) {}
