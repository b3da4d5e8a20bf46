package pronto.tickets.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.tickets.Asking;
import pronto.tickets.Diagnostic;
import pronto.ui.api.OneOf;

/** What a customer was asked for, and what came. */
record AskingJson(
        String address,
        List<ItemJson> items,
        String askedBy,
        Instant askedAt,
        int reminders,
        @Nullable Instant nextAt,
        @Nullable Instant answeredAt) {

    record ItemJson(@OneOf(Diagnostic.class) String what, boolean done, String note) {}

    static AskingJson of(Asking asking) {
        return new AskingJson(
                asking.address(),
                asking.items().stream()
                        .map(item -> new ItemJson(Spelling.of(item.what()), item.done(), item.note()))
                        .toList(),
                asking.askedBy(),
                asking.askedAt(),
                asking.reminders(),
                asking.nextAt(),
                asking.answeredAt());
    }
}
