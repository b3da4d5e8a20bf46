package pronto.channels;

import org.jspecify.annotations.Nullable;

/** A delivery has not got through for so long that somebody should know; told once for each. */
public record DeliveryLate(
        long outgoing,
        String address,
        @Nullable String subjectKind,
        @Nullable Long subjectId) {}
