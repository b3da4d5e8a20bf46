package pronto.tickets.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pronto.channels.Automatic;
import pronto.channels.Delivery;
import pronto.channels.Evidence;
import pronto.channels.Mailbox;
import pronto.customers.Customer;
import pronto.customers.NumberInText;
import pronto.staff.Technician;
import pronto.tickets.Message;
import pronto.tickets.Ticket;
import pronto.ui.Avatar;

/** Draws one message. What a customer wrote is shown as its words, and in a frame as it was sent; what we wrote, as we wrote it. */
final class SaidViews {

    private SaidViews() {}

    static TalkView.Said of(
            Message message,
            Ticket ticket,
            Map<Long, Ticket> homes,
            Map<Long, Technician> writers,
            Map<Long, Evidence> evidence,
            @Nullable Customer customer,
            Set<Long> posing,
            Instant now) {
        var ours = message.direction() == Message.Direction.OUT;
        var poses = posing.contains(message.id());
        var name = poses && message.from() != null ? message.from().address() : name(message, writers);
        var path = "/tickets/" + ticket.code();
        var report = !ours && message.automatic() == Automatic.BOUNCE;
        var framed = !ours && message.html() != null && needsFrame(message.html());
        var rich = ours && message.html() != null ? new Rich(message.html(), pictures(message, path)) : null;
        var home = message.home() == null ? null : homes.get(message.home());
        var undo = message.leavesAt() != null
                && message.leavesAt().isAfter(now)
                && message.deliveries().stream().allMatch(way -> way.state() == Delivery.State.QUEUED);
        return new TalkView.Said(
                message.id(),
                message.receivedAt(),
                message.note() ? "msg--note" : "",
                Avatar.of(poses || report ? "?" : name),
                name,
                ours || report ? null : TalkViews.nameOf(customer),
                badges(message, poses),
                home == null ? null : home.code(),
                ticket.merged() || ticket.spam() ? null : "move?message=" + message.id(),
                answersAt(message),
                ours || message.trust() == null
                        ? null
                        : TrustMark.of(
                                message.trust(), message.incoming() == null ? null : evidence.get(message.incoming())),
                spoken(message.unreadable() != null ? message.unreadable() : message.text(), ticket, customer),
                report,
                whole(message),
                rich,
                framed,
                !ours && message.html() != null ? path + "/messages/" + message.id() + "/html" : null,
                message.remoteImages(),
                message.unreadable() == null || message.incoming() == null
                        ? null
                        : path + "/messages/" + message.id() + "/original",
                message.attachments().stream()
                        .filter(file -> !file.inline() || !(framed || rich != null))
                        .map(file -> file(file, path))
                        .toList(),
                message.deliveries().stream().map(way -> way(way, path)).toList(),
                message.nextUpdate(),
                undo ? path + "/messages/" + message.id() : null,
                undo ? message.leavesAt() : null);
    }

    private static Spoken spoken(String words, Ticket ticket, @Nullable Customer customer) {
        return new Spoken(words, NumberInText.of(words, customer, ticket.language()));
    }

    /** All of a mail without a page of its own, where something of it is not shown: what it quotes, and what stands under it. */
    private static @Nullable String whole(Message message) {
        return message.html() != null
                        || message.unreadable() != null
                        || message.fullText().strip().equals(message.text().strip())
                ? null
                : message.fullText();
    }

    /** Words alone would lose what a table or a picture in the text says. */
    private static boolean needsFrame(String html) {
        var lower = html.toLowerCase(Locale.ROOT);
        return lower.contains("cid:") || lower.contains("<table");
    }

    private static Map<String, String> pictures(Message message, String path) {
        var pictures = new HashMap<String, String>();
        for (var file : message.attachments()) {
            if (file.inline() && file.contentId() != null) {
                pictures.put(file.contentId(), path + "/attachments/" + file.id());
            }
        }
        return pictures;
    }

    private static String name(Message message, Map<Long, Technician> writers) {
        var writer = message.technician() == null ? null : writers.get(message.technician());
        if (writer != null) {
            return writer.name();
        }
        var from = message.from();
        if (from == null) {
            return "Pronto";
        }
        return from.name() == null || from.name().isBlank() ? from.address() : from.name();
    }

    private static List<TalkView.Badge> badges(Message message, boolean poses) {
        var badges = new ArrayList<TalkView.Badge>();
        if (poses) {
            badges.add(new TalkView.Badge("badge--bad", "user-x", "tickets.badge.posing"));
        }
        if (message.note()) {
            badges.add(new TalkView.Badge("badge--warn", "lock", "tickets.note"));
        }
        if (message.unreadable() != null) {
            badges.add(new TalkView.Badge("badge--bad", "triangle-alert", "tickets.badge.unreadable"));
        }
        if (message.automatic() != null) {
            badges.add(new TalkView.Badge("", "cog", "tickets.badge.automatic"));
        }
        return badges;
    }

    private static @Nullable String answersAt(Message message) {
        return message.replyTo().isEmpty()
                ? null
                : message.replyTo().stream().map(Mailbox::address).collect(Collectors.joining(", "));
    }

    private static TalkView.FileLink file(Message.Attachment file, String path) {
        return new TalkView.FileLink(
                file.name(), file.size(), path + "/attachments/" + file.id(), icon(file.contentType()));
    }

    static String icon(String contentType) {
        if (contentType.startsWith("image/")) {
            return "image";
        }
        return contentType.startsWith("text/") || contentType.endsWith("pdf") ? "file-text" : "file";
    }

    private static TalkView.Way way(Delivery delivery, String path) {
        var again = switch (delivery.state()) {
            case DEFERRED, BOUNCED -> path + "/deliveries/" + delivery.id();
            case QUEUED, SENT, CANCELLED -> null;
        };
        var state = delivery.late() ? "LATE" : delivery.state().name();
        return new TalkView.Way(delivery.address(), state, delivery.at(), delivery.answer(), again);
    }
}
