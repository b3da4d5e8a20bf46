package pronto.tickets.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.sla.Priority;
import pronto.tickets.TicketState;
import pronto.ui.Text;

/** Why a ticket stands where it does in the queue, in a few words; without words where nothing is to be done about it. */
public record StandsThere(
        String word,
        @Nullable String clock,
        @Nullable Instant due,
        @Nullable String plan,
        Duration waits) {

    public static StandsThere why(QueueLine line, Instant now) {
        var promised = line.promised();
        return new StandsThere(
                word(line, now),
                promised == null ? null : promised.kind().name().toLowerCase(Locale.ROOT),
                promised == null ? null : promised.dueAt(),
                line.plan(),
                Duration.between(line.openedAt(), now));
    }

    private static String word(QueueLine line, Instant now) {
        if (line.spamAt() != null || !line.state().open()) {
            return "";
        }
        if (line.state() == TicketState.WAITING_FOR_CUSTOMER) {
            return "tickets.why.theirs";
        }
        var promised = line.promised();
        var late = promised != null && promised.dueAt().isBefore(now);
        var with = promised == null ? "" : late ? ".late" : ".due";
        if (line.priority() == Priority.P1) {
            return "tickets.why.critical" + with;
        }
        if (line.priority() == null) {
            return "tickets.why.firstLook" + with;
        }
        if (line.byAge()) {
            return line.standsAt().isAfter(now) ? "tickets.why.arrival" : "tickets.why.age";
        }
        return promised == null ? "tickets.why.arrival" : late ? "tickets.why.late" : "tickets.why.due";
    }

    public boolean said() {
        return !word.isEmpty();
    }

    public String say(Text text) {
        return text.of(
                word,
                "clock",
                clock == null ? "" : text.of("tickets.clock." + clock),
                "time",
                due == null ? "" : text.near(due),
                "plan",
                plan == null ? "none" : "named",
                "name",
                Objects.requireNonNullElse(plan, ""),
                "waits",
                text.duration(waits));
    }
}
