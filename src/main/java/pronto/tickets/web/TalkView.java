package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.Avatar;
import pronto.ui.View;

/** What was said on a ticket and what happened to it, in the order of time. {@code earlier} draws what came before. */
public record TalkView(
        long ticket,
        String code,
        List<Item> items,
        @Nullable String earlier) implements View {

    /** One line of the conversation. */
    public sealed interface Item {
        Instant at();
    }

    /** Something that happened: its word, and what it names. */
    public record Event(
            long id,
            Instant at,
            String icon,
            String word,
            Object[] names,
            @Nullable Back back) implements Item {

        Event with(@Nullable Back back) {
            return new Event(id, at, icon, word, names, back);
        }
    }

    /** How something is undone, or, where there is no {@code path}, the sentence that says why it cannot be now. */
    public record Back(@Nullable String path, String word, Object[] names) {}

    /** Something that was said. {@code frame} shows it as it was sent, {@code original} is the mail itself where it could not be read; {@code undo} takes it back while it can be. */
    public record Said(
            long id,
            Instant at,
            String look,
            Avatar avatar,
            String name,
            @Nullable String role,
            List<Badge> badges,
            @Nullable String home,
            @Nullable String move,
            @Nullable String answersAt,
            @Nullable TrustMark trust,
            Spoken words,
            boolean report,
            @Nullable String whole,
            @Nullable Rich rich,
            boolean framed,
            @Nullable String frame,
            boolean remoteImages,
            @Nullable String original,
            List<FileLink> files,
            List<Way> deliveries,
            @Nullable Instant nextUpdate,
            @Nullable String undo,
            @Nullable Instant leavesAt)
            implements Item {}

    public record Badge(String look, String icon, String word) {}

    public record FileLink(String name, long size, String path, String icon) {}

    /** How far it got to one address. */
    public record Way(
            String address,
            String state,
            Instant at,
            @Nullable String answer,
            @Nullable String resend) {

        /** Why it came back, as a word's last part; null where their server did not say, or not so that we understand. */
        public @Nullable String why() {
            return state.equals("BOUNCED") && answer != null ? Why.of(answer) : null;
        }

        public String look() {
            return switch (state) {
                case "SENT" -> "badge--ok";
                case "DEFERRED", "LATE" -> "badge--warn";
                case "BOUNCED" -> "badge--bad";
                default -> "";
            };
        }
    }
}
