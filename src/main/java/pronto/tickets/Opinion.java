package pronto.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whom we asked whether they are content, until when they may say so or change it, and what they said. */
public record Opinion(
        long id,
        long ticket,
        String address,
        @Nullable String name,
        String language,
        Instant askedAt,
        Instant endsAt,
        @Nullable Satisfaction answer,
        String comment,
        @Nullable Instant answeredAt) {}
