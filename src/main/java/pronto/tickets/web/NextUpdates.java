package pronto.tickets.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.staff.Technician;
import pronto.ui.Invalid;

/** The time of the next update as a technician types it, by their own clock. */
final class NextUpdates {

    private NextUpdates() {}

    static @Nullable Instant read(String typed, Technician me) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone(me)).toInstant();
        } catch (DateTimeException notAMoment) {
            throw new Invalid("not-a-date", "nextUpdateAt", Map.of("date", typed));
        }
    }

    /** While it is being typed it need not be one yet. */
    static @Nullable Instant draft(String typed, Technician me) {
        try {
            return read(typed, me);
        } catch (Invalid half) {
            return null;
        }
    }

    static String typed(@Nullable Instant at, Technician me) {
        return at == null
                ? ""
                : at.atZone(zone(me))
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    private static ZoneId zone(Technician me) {
        try {
            return me.timeZone() == null ? ZoneId.systemDefault() : ZoneId.of(me.timeZone());
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}
