package pronto.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long we wait for a customer who says nothing, in days since we asked: when they are reminded, and when their ticket
 * is put aside politely; without {@code closing} it waits for ever.
 */
public record Silence(List<Integer> reminders, @Nullable Integer closing) {

    /** For whom no plan says otherwise. */
    public static final Silence STANDARD = new Silence(List.of(2, 5), 10);

    public Silence {
        reminders = List.copyOf(reminders);
    }

    /** When the next thing happens after so many reminders; null is never. */
    public @Nullable Instant next(Instant asked, int reminded) {
        var days = reminded < reminders.size() ? reminders.get(reminded) : closing;
        return days == null ? null : asked.plus(Duration.ofDays(days));
    }

    /** Whether that is the end. */
    public boolean ends(int reminded) {
        return reminded >= reminders.size();
    }
}
