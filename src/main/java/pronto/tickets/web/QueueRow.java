package pronto.tickets.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pronto.sla.Priority;
import pronto.tickets.Satisfaction;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.tickets.work.QueueLine;
import pronto.tickets.work.StandsThere;
import pronto.ui.Avatar;
import pronto.ui.View;

/**
 * One ticket in a list. {@code arrived} is one that was not there yet when the reader last looked; {@code gone} is one
 * that belongs to this list no more and leaves with the next drawing.
 */
public record QueueRow(
        long id,
        String code,
        String path,
        String subject,
        @Nullable Priority priority,
        String channel,
        String who,
        @Nullable String customerCode,
        @Nullable String language,
        boolean offered,
        boolean posing,
        Ticket.@Nullable Undelivered undelivered,
        @Nullable Satisfaction satisfaction,
        boolean unread,
        Turn turn,
        Instant since,
        @Nullable Due due,
        StandsThere why,
        Avatar technician,
        boolean current,
        boolean arrived,
        boolean gone)
        implements View {

    /** What the clock beside it says: how long it waits for us, or that somebody else has the next move. */
    public enum Turn {
        FOR_PICKUP("hand", ""),
        FOR_ANSWER("reply", ""),
        IN_WORK("send", "quiet"),
        FOR_CUSTOMER("pause", "sla--paused"),
        DONE("check", "sla--met");

        private final String icon;
        private final String look;

        Turn(String icon, String look) {
            this.icon = icon;
            this.look = look;
        }

        public String icon() {
            return icon;
        }

        public String look() {
            return look;
        }

        /** Whether a time says something: what waits for others has none of ours. */
        public boolean counts() {
            return this != FOR_CUSTOMER && this != DONE;
        }
    }

    /** The promise that breaks next, as the clock beside a row shows it. */
    public record Due(String kind, Instant at, String state) {

        private static final Duration SOON = Duration.ofMinutes(15);

        private static @Nullable Due of(QueueLine.@Nullable Promised promised, Instant now) {
            return promised == null
                    ? null
                    : new Due(promised.kind().name().toLowerCase(Locale.ROOT), promised.dueAt(), state(promised, now));
        }

        private static String state(QueueLine.Promised promised, Instant now) {
            if (promised.dueAt().isBefore(now)) {
                return "late";
            }
            return promised.told() >= 75 || promised.dueAt().minus(SOON).isBefore(now) ? "risk" : "running";
        }

        public String icon() {
            return switch (state) {
                case "late" -> "alarm-clock-off";
                case "risk" -> "alarm-clock";
                default -> "clock";
            };
        }
    }

    static QueueRow of(QueueLine line, Lane lane, boolean current, String readerLanguage, Instant now) {
        return of(line, lane, current, false, readerLanguage, now);
    }

    static QueueRow of(
            QueueLine line, Lane lane, boolean current, boolean arrived, String readerLanguage, Instant now) {
        var turn = turn(line.state(), oursIsNext(line));
        return new QueueRow(
                line.id(),
                line.code(),
                lane.path(line.code()),
                line.subject(),
                line.priority(),
                line.channel().name().toLowerCase(Locale.ROOT),
                line.customerName() != null ? line.customerName() : line.reporter(),
                line.customerCode(),
                line.language().equals(readerLanguage) ? null : line.language().toUpperCase(Locale.ROOT),
                line.offered(),
                line.posing(),
                line.undelivered(),
                line.satisfaction(),
                line.undelivered() != null || turn == Turn.FOR_PICKUP || turn == Turn.FOR_ANSWER,
                turn,
                turn == Turn.FOR_PICKUP ? line.openedAt() : line.lastMessageAt(),
                line.state().open() ? Due.of(line.promised(), now) : null,
                StandsThere.why(line, now),
                Avatar.of(line.technicianName()),
                current,
                arrived,
                lane != Lane.SPAM && (line.spamAt() != null || !line.state().open()));
    }

    /** The same where everything is one customer's: only the person tells something. */
    QueueRow ofPerson(String person) {
        return new QueueRow(
                id,
                code,
                path,
                subject,
                priority,
                channel,
                person,
                null,
                language,
                offered,
                posing,
                undelivered,
                satisfaction,
                unread,
                turn,
                since,
                due,
                why,
                technician,
                current,
                arrived,
                gone);
    }

    /** What they wrote last waits for an answer, and so does what never reached them. */
    static boolean oursIsNext(QueueLine line) {
        return line.lastFromCustomer() || line.undelivered() == Ticket.Undelivered.LOST;
    }

    static Turn turn(TicketState state, boolean lastFromCustomer) {
        return switch (state) {
            case WAITING -> Turn.FOR_PICKUP;
            case IN_WORK -> lastFromCustomer ? Turn.FOR_ANSWER : Turn.IN_WORK;
            case WAITING_FOR_CUSTOMER -> Turn.FOR_CUSTOMER;
            case RESOLVED, CLOSED -> Turn.DONE;
        };
    }

    /** A mark for what did not arrive; null where there is none. */
    public @Nullable String undeliveredWord() {
        return undelivered == null ? null : "tickets.undelivered." + undelivered.name();
    }

    public String undeliveredLook() {
        return undelivered == Ticket.Undelivered.LOST ? "badge--bad" : "badge--warn";
    }

    public String turnWord() {
        return "tickets.turn." + turn.name();
    }

    public String channelIcon() {
        return switch (channel) {
            case "email" -> "mail";
            case "phone" -> "phone";
            case "portal" -> "globe";
            case "api" -> "plug";
            default -> "activity";
        };
    }
}
