package pronto.channels;

import org.jspecify.annotations.Nullable;

/** A delivery was sent, put off or refused. */
public record DeliveryChanged(
        long outgoing,
        String address,
        Delivery.State state,
        @Nullable String subjectKind,
        @Nullable Long subjectId) {}
