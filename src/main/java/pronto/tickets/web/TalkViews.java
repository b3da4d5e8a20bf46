package pronto.tickets.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.channels.IncomingMails;
import pronto.channels.Trust;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.Conversation;
import pronto.tickets.Message;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.tickets.work.Colleagues;
import pronto.timeline.Entry;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/** Draws what was said on a ticket and what happened to it, together. */
@Component
class TalkViews {

    private static final int PAGE = 40;
    private static final int EVENTS = 100;

    /** What a message of its own already shows. */
    private static final Set<String> SAID =
            Set.of("tickets.answered", "tickets.noted", "tickets.messageReceived", "tickets.automaticReceived");

    private final Conversation conversation;
    private final Timeline timeline;
    private final Staff staff;
    private final Customers customers;
    private final IncomingMails mails;
    private final Colleagues colleagues;
    private final Tickets tickets;
    private final WaysBack ways;
    private final InstantSource time;

    TalkViews(
            Conversation conversation,
            Timeline timeline,
            Staff staff,
            Customers customers,
            IncomingMails mails,
            Colleagues colleagues,
            Tickets tickets,
            WaysBack ways,
            InstantSource time) {
        this.conversation = conversation;
        this.timeline = timeline;
        this.staff = staff;
        this.customers = customers;
        this.mails = mails;
        this.colleagues = colleagues;
        this.tickets = tickets;
        this.ways = ways;
        this.time = time;
    }

    TalkView latest(Ticket ticket) {
        return before(ticket, null);
    }

    /** What came before this message; null for the newest. */
    TalkView before(Ticket ticket, @Nullable Long message) {
        var messages = conversation.of(ticket.id(), message, PAGE);
        var more = messages.size() == PAGE;
        var items = new ArrayList<TalkView.Item>();
        var writers = writers(messages);
        var evidence = mails.evidence(messages.stream()
                .map(Message::incoming)
                .filter(Objects::nonNull)
                .toList());
        var customer = ticket.customer() == null
                ? null
                : customers.customer(ticket.customer()).orElse(null);
        // Where both are of one moment the event stands first: a ticket is opened, and then says what it is about.
        events(ticket, more ? messages.getFirst().receivedAt() : null, message == null ? null : lastOf(messages))
                .forEach(items::add);
        var posing = posing(messages);
        var homes = homes(messages);
        messages.forEach(one -> items.add(SaidViews.of(
                one,
                ticket,
                homes,
                writers,
                evidence,
                posing.contains(one.id()) ? null : customer,
                posing,
                time.instant())));
        items.sort(Comparator.comparing(TalkView.Item::at));
        var earlier = more
                ? "/tickets/" + ticket.code() + "/talk?before="
                        + messages.getFirst().id()
                : null;
        return new TalkView(ticket.id(), ticket.code(), items, earlier);
    }

    private Map<Long, Ticket> homes(List<Message> messages) {
        return tickets.tickets(messages.stream()
                .map(Message::home)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static @Nullable Instant lastOf(List<Message> messages) {
        return messages.isEmpty() ? null : messages.getLast().receivedAt();
    }

    /** The messages that come from the address of one of us, without proof. */
    private Set<Long> posing(List<Message> messages) {
        var doubtful = messages.stream()
                .filter(one -> one.direction() == Message.Direction.IN
                        && one.from() != null
                        && one.trust() != null
                        && one.trust() != Trust.VERIFIED)
                .toList();
        var ours = colleagues.among(doubtful.stream().map(TalkViews::address).toList());
        return doubtful.stream()
                .filter(one -> ours.contains(address(one)))
                .map(Message::id)
                .collect(Collectors.toSet());
    }

    private static String address(Message message) {
        return Objects.requireNonNull(message.from()).address().toLowerCase(Locale.ROOT);
    }

    private Map<Long, Technician> writers(List<Message> messages) {
        var ids = new ArrayList<Long>();
        for (var message : messages) {
            if (message.technician() != null) {
                ids.add(message.technician());
            }
        }
        return ids.isEmpty() ? Map.of() : staff.technicians(ids);
    }

    private List<TalkView.Event> events(Ticket ticket, @Nullable Instant from, @Nullable Instant to) {
        var backs = ways.of(ticket);
        return timeline.of(new Subject("ticket", ticket.id()), null, EVENTS).stream()
                .filter(entry -> !SAID.contains(entry.kind()))
                .map(entry -> entry.kind().equals("tickets.opened")
                        ? event(entry, ticket.openedAt())
                        : event(entry).with(backs.of(entry)))
                .filter(event -> from == null || !event.at().isBefore(from))
                .filter(event -> to == null || !event.at().isAfter(to))
                .toList();
    }

    static TalkView.Event event(Entry entry) {
        return event(entry, entry.at());
    }

    private static TalkView.Event event(Entry entry, Instant at) {
        var names = new HashMap<String, Object>(entry.data());
        names.put("actor", entry.actor().name());
        var pairs = names.entrySet().stream()
                .flatMap(name -> Stream.of(name.getKey(), String.valueOf(name.getValue())))
                .toArray();
        return new TalkView.Event(entry.id(), at, icon(entry.kind()), "timeline." + entry.kind(), pairs, null);
    }

    private static String icon(String kind) {
        return switch (kind.substring(kind.indexOf('.') + 1)) {
            case "opened" -> "inbox";
            case "pickedUp" -> "hand";
            case "screened", "priorityMoved" -> "gauge";
            case "released",
                    "takenBack",
                    "spamUndone",
                    "mergeUndone",
                    "splitUndone",
                    "moveUndone",
                    "escalationUndone" -> "undo-2";
            case "merged", "mergedIn" -> "merge";
            case "split", "splitOff" -> "split";
            case "messageMoved", "messageMovedIn" -> "corner-up-right";
            case "reassigned" -> "user-check";
            case "escalated", "escalatedByItself" -> "arrow-up-right";
            case "escalationReturned" -> "reply";
            case "waitsForCustomer" -> "hourglass";
            case "resolved" -> "circle-check";
            case "closed" -> "archive";
            case "reopened" -> "rotate-ccw";
            case "tied", "recognised", "related" -> "link";
            case "markedAsSpam", "senderBlocked" -> "shield-alert";
            case "customerChanged" -> "building-2";
            case "participantAdded" -> "user-plus";
            case "participantRemoved", "participantRefused", "untied" -> "user-x";
            case "answered" -> "reply";
            case "noted" -> "sticky-note";
            case "messageReceived" -> "mail";
            case "automaticReceived" -> "cog";
            case "acknowledged", "resent" -> "send";
            case "notDelivered" -> "mail-warning";
            case "promiseWarned" -> "alarm-clock";
            case "promiseBroken" -> "alarm-clock-off";
            case "late" -> "hourglass";
            case "loop", "notAcknowledged" -> "ban";
            case "neverArrived" -> "rotate-ccw";
            case "undeliveredSeen" -> "check";
            default -> "circle";
        };
    }

    static @Nullable String nameOf(@Nullable Customer customer) {
        return customer == null ? null : customer.name();
    }
}
