package pronto.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we asked a customer for, to whom we gave the link, and what came. */
public record Asking(
        long id,
        long ticket,
        String address,
        @Nullable String name,
        String language,
        List<Item> items,
        String askedBy,
        Instant askedAt,
        Instant endsAt,
        @Nullable Instant nextAt,
        int reminders,
        @Nullable Instant answeredAt) {

    /** One thing of the list, and what they wrote of it. */
    public record Item(Diagnostic what, boolean done, String note) {}

    /** What comes by the link. */
    public record Answer(List<Diagnostic> ticked, List<Item> notes, String text, List<Message.File> files) {}

    public long came() {
        return items.stream().filter(Item::done).count();
    }
}
