package pronto.tickets.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.tickets.Opinion;
import pronto.tickets.Satisfaction;
import pronto.ui.api.OneOf;

/** Whether the customer is content with how it was resolved; {@code endsAt} is until when they may say so. */
record OpinionJson(
        String address,
        @OneOf(Satisfaction.class) @Nullable String answer,
        String comment,
        Instant askedAt,
        @Nullable Instant answeredAt,
        Instant endsAt) {

    static OpinionJson of(Opinion opinion) {
        return new OpinionJson(
                opinion.address(),
                opinion.answer() == null ? null : Spelling.of(opinion.answer()),
                opinion.comment(),
                opinion.askedAt(),
                opinion.answeredAt(),
                opinion.endsAt());
    }
}
