package pronto.tickets.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.sla.Priority;
import pronto.ui.Avatar;
import pronto.ui.View;

/** The head of a ticket: what it is, where it stands, what can be done with it, and what one must know first. */
public record HeadView(
        long id,
        String code,
        String subject,
        String state,
        @Nullable Priority priority,
        String team,
        Avatar technician,
        boolean mine,
        boolean unknown,
        Instant openedAt,
        QueueRow.Turn turn,
        Instant since,
        List<ClockCard> clocks,
        List<Here> here,
        List<Notice> notices,
        Acts acts,
        @Nullable String byMail,
        @Nullable String takeOver,
        @Nullable HandOverView handOver,
        String back)
        implements View {

    /** A colleague who is on this ticket right now. */
    public record Here(Avatar avatar, String name, boolean writing) {}

    /**
     * A line above the conversation; {@code path} leads to what it speaks of, {@code seen} is asked to take it away,
     * {@code join} puts the ticket together with it.
     */
    public record Notice(
            String look,
            String icon,
            String word,
            String what,
            @Nullable String path,
            @Nullable String seen,
            @Nullable String join) {

        static Notice of(String look, String icon, String word, String what) {
            return new Notice(look, icon, word, what, null, null, null);
        }
    }

    /** What the ticket's state lets one do. */
    public record Acts(
            boolean pickUp,
            boolean release,
            boolean assign,
            boolean waiting,
            boolean screen,
            boolean resolve,
            boolean close,
            boolean reopen,
            boolean spam,
            boolean unspam,
            boolean place) {}

    /** Nobody writes on spam, nor on what leads elsewhere. */
    public boolean writing() {
        return acts.place();
    }

    /** How long it took until nothing more was to be done; null before that. */
    public @Nullable Duration took() {
        return turn == QueueRow.Turn.DONE ? Duration.between(openedAt, since) : null;
    }

    public String turnWord() {
        return "tickets.turn." + turn.name();
    }

    public String look() {
        return switch (state) {
            case "WAITING" -> "badge--warn";
            case "IN_WORK" -> "badge--accent";
            case "RESOLVED" -> "badge--ok";
            default -> "";
        };
    }
}
