package pronto.tickets.work;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.tickets.Ticket;
import pronto.ui.Invalid;
import pronto.ui.Texts;

/** When a customer is told to hear from us again: in their language, by their clock, below what we write. */
@Component
class NextUpdate {

    private static final int DAYS = 90;

    private final Holding holding;
    private final CustomersZone zone;
    private final Texts texts;

    NextUpdate(Holding holding, CustomersZone zone, Texts texts) {
        this.holding = holding;
        this.zone = zone;
        this.texts = texts;
    }

    /** To the second; refused where it is no time to wait for. */
    @Nullable Instant fit(@Nullable Instant at) {
        if (at == null) {
            return null;
        }
        var now = holding.now();
        if (!at.isAfter(now) || at.isAfter(now.plus(Duration.ofDays(DAYS)))) {
            throw new Invalid("next-update-not-possible", "nextUpdateAt", Map.of("days", DAYS));
        }
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What the mail says: the words, and when the next ones come. */
    Wording.Safe below(Wording.Safe words, Ticket ticket, @Nullable Instant at) {
        if (at == null) {
            return words;
        }
        var text = texts.in(ticket.language(), zone.of(ticket));
        var line = text.of("mail.nextUpdate", "time", text.clock(at), "day", text.day(at));
        return new Wording.Safe(
                words.text() + "\n\n" + line,
                words.html() == null ? null : words.html() + "<p>" + Entities.escape(line) + "</p>",
                words.mentions());
    }
}
