package pronto.tickets.web;

import static java.util.stream.Collectors.toSet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.sla.Priority;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.TicketState;
import pronto.tickets.work.Lanes;
import pronto.tickets.work.Queue;
import pronto.tickets.work.QueueLine;

/** Draws the lists of tickets, each as one bounded question. */
@Component
class QueueViews {

    static final int PAGE = 60;
    // Somebody who types a few letters looks for something near the top.
    private static final int FILTERED = 500;
    private static final Set<TicketState> THEIRS = Set.of(TicketState.WAITING_FOR_CUSTOMER);
    private static final Comparator<QueueLine> IN_ORDER = Comparator.comparing(QueueLine::rank)
            .thenComparing(QueueLine::standsAt)
            .thenComparing(QueueLine::id);

    private final Queue queue;
    private final Lanes lanes;
    private final Staff staff;
    private final Counts counts;
    private final InstantSource time;

    QueueViews(Queue queue, Lanes lanes, Staff staff, Counts counts, InstantSource time) {
        this.queue = queue;
        this.lanes = lanes;
        this.staff = staff;
        this.counts = counts;
        this.time = time;
    }

    /** The list from its start, with the ticket of this code marked as the one that is open. */
    QueueView view(Lane lane, String q, Technician me, @Nullable String open) {
        return draw(lane, q, me, open, lines(lane, q, me, null), List.of());
    }

    /** The same anew, with those that came meanwhile before what is not critical, whatever their age. */
    QueueView anew(Lane lane, String q, Technician me, Collection<Long> arrived) {
        return draw(lane, q, me, null, lines(lane, q, me, null), belonging(lane, q, me, arrived));
    }

    /** What follows the ticket of this id. */
    QueueView after(Lane lane, Technician me, long last) {
        var place = queue.lines(List.of(last));
        return draw(lane, "", me, null, place.isEmpty() ? List.of() : lines(lane, "", me, place.getFirst()), List.of());
    }

    /** These rows as they are now. */
    List<QueueRow> rows(Lane lane, Collection<Long> tickets, Technician me) {
        return tickets.isEmpty()
                ? List.of()
                : queue.lines(tickets).stream()
                        .map(line -> QueueRow.of(line, lane, false, me.language(), time.instant()))
                        .toList();
    }

    /** How many the list holds; of a filtered one, how many fit. */
    @Nullable String total(Lane lane, String q, Technician me) {
        return total(lane, q, me, q.isBlank() ? List.of() : lines(lane, q, me, null));
    }

    private @Nullable String total(Lane lane, String q, Technician me, List<QueueLine> lines) {
        return q.isBlank() ? counts.of(me).shown(lane) : Integer.toString(lines.size());
    }

    /** The tickets of the first page that are not among those that are shown. */
    List<QueueLine> unseen(Lane lane, String q, Technician me, Collection<Long> shown) {
        return lines(lane, q, me, null).stream()
                .filter(line -> !shown.contains(line.id()))
                .toList();
    }

    /**
     * Which of these came into the list since it was drawn; {@code newest} was the youngest ticket then. One that is
     * older, and stands beyond what is shown, was there before; where the whole list is shown, {@code newest} is zero.
     */
    List<QueueLine> news(Lane lane, String q, Technician me, Collection<Long> candidates, long newest) {
        var belonging = belonging(lane, q, me, candidates);
        if (belonging.stream().allMatch(line -> line.id() > newest)) {
            return belonging;
        }
        var first = lines(lane, q, me, null).stream().map(QueueLine::id).collect(toSet());
        return belonging.stream()
                .filter(line -> line.id() > newest || first.contains(line.id()))
                .toList();
    }

    private List<QueueLine> belonging(Lane lane, String q, Technician me, Collection<Long> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        var teams = lane == Lane.FREE ? staff.teamsOf(me) : List.<Long>of();
        return queue.lines(tickets).stream()
                .filter(line -> belongs(line, lane, me, teams) && (q.isBlank() || fits(line, q)))
                .sorted(IN_ORDER)
                .toList();
    }

    private static boolean belongs(QueueLine line, Lane lane, Technician me, List<Long> teams) {
        if (lane == Lane.SPAM) {
            return line.spamAt() != null;
        }
        return line.spamAt() == null
                && line.state().open()
                && switch (lane) {
                    case ALL, SPAM -> true;
                    case MINE -> Long.valueOf(me.id()).equals(line.technician());
                    case FREE -> teams.contains(line.team()) && (line.technician() == null || line.offered());
                    case UNKNOWN -> line.customer() == null;
                };
    }

    private List<QueueLine> lines(Lane lane, String q, Technician me, @Nullable QueueLine after) {
        var limit = q.isBlank() ? PAGE : FILTERED;
        var found = switch (lane) {
            case ALL -> queue(new Queue.Whose.Everybody(), after, limit);
            case MINE -> queue(new Queue.Whose.Mine(me.id()), after, limit);
            case FREE -> queue(new Queue.Whose.Free(staff.teamsOf(me)), after, limit);
            case UNKNOWN -> lanes.unknown(after, limit);
            case SPAM -> lanes.spam(after, limit);
        };
        return q.isBlank()
                ? found
                : found.stream().filter(line -> fits(line, q)).toList();
    }

    /** What is to be done first; what waits for others stands below it. */
    private List<QueueLine> queue(Queue.Whose whose, @Nullable QueueLine after, int limit) {
        var place = after == null ? null : Queue.Place.after(after);
        if (after != null && theirs(after)) {
            return queue.lines(whose, THEIRS, place, limit);
        }
        var ours = queue.lines(whose, Queue.OURS, place, limit);
        return ours.size() == limit
                ? ours
                : Stream.concat(ours.stream(), queue.lines(whose, THEIRS, null, limit - ours.size()).stream())
                        .toList();
    }

    private static boolean theirs(QueueLine line) {
        return line.state() == TicketState.WAITING_FOR_CUSTOMER;
    }

    private static boolean fits(QueueLine line, String q) {
        var all = String.join(
                        " ",
                        line.code(),
                        line.subject(),
                        String.valueOf(line.customerName()),
                        String.valueOf(line.customerCode()),
                        line.reporter(),
                        String.valueOf(line.reporterEmail()))
                .toLowerCase(Locale.ROOT);
        for (var word : q.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private QueueView draw(
            Lane lane, String q, Technician me, @Nullable String open, List<QueueLine> lines, List<QueueLine> arrived) {
        var groups = new EnumMap<Heading, List<QueueRow>>(Heading.class);
        var now = time.instant();
        var zone = me.timeZone() == null ? ZoneId.systemDefault() : ZoneId.of(me.timeZone());
        var midnight =
                now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        var newer = arrived.stream().map(QueueLine::id).collect(toSet());
        for (var line : lines) {
            if (!newer.contains(line.id())) {
                groups.computeIfAbsent(Heading.of(line, lane, now, midnight), first -> new ArrayList<>())
                        .add(QueueRow.of(line, lane, line.code().equals(open), me.language(), now));
            }
        }
        for (var line : arrived) {
            groups.computeIfAbsent(Heading.ofArrived(line, lane), first -> new ArrayList<>())
                    .add(QueueRow.of(line, lane, false, true, me.language(), now));
        }
        var next = lines.size() < PAGE || !q.isBlank()
                ? null
                : "/queue/more?view=" + lane.spelled() + "&after="
                        + lines.getLast().id();
        return new QueueView(
                lane,
                q,
                total(lane, q, me, lines),
                groups.entrySet().stream().map(QueueViews::group).toList(),
                next,
                next == null ? 0 : queue.newest(),
                !q.isBlank());
    }

    private static QueueView.Group group(Map.Entry<Heading, List<QueueRow>> group) {
        return new QueueView.Group(group.getKey().word, group.getValue());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * The headings, in the order of the queue: the critical ones stand above all, then those that just came, those that
     * nobody has looked at, and all others by when their turn is.
     */
    private enum Heading {
        CRITICAL(null),
        ARRIVED("tickets.group.arrived"),
        FIRST_LOOK("tickets.group.firstLook"),
        NOW("tickets.group.now"),
        HOUR("tickets.group.hour"),
        TODAY("tickets.group.today"),
        LATER("tickets.group.later"),
        ANSWERED("tickets.group.answered"),
        THEIRS("tickets.group.theirs"),
        ANY(null);

        private final @Nullable String word;

        Heading(@Nullable String word) {
            this.word = word;
        }

        static Heading ofArrived(QueueLine line, Lane lane) {
            return lane != Lane.SPAM && line.priority() == Priority.P1 && !theirs(line) ? CRITICAL : ARRIVED;
        }

        static Heading of(QueueLine line, Lane lane, Instant now, Instant midnight) {
            if (lane == Lane.SPAM) {
                return ANY;
            }
            if (theirs(line)) {
                return THEIRS;
            }
            if (line.priority() == Priority.P1) {
                return CRITICAL;
            }
            if (line.promised() == null && line.state() == TicketState.IN_WORK && !QueueRow.oursIsNext(line)) {
                return ANSWERED;
            }
            if (line.priority() == null) {
                return FIRST_LOOK;
            }
            var turn = line.standsAt();
            if (!turn.isAfter(now)) {
                return NOW;
            }
            return turn.isBefore(now.plus(Duration.ofHours(1))) ? HOUR : turn.isBefore(midnight) ? TODAY : LATER;
        }
    }
}
