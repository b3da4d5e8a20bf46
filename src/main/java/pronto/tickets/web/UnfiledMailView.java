package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Mailbox;
import pronto.ui.View;

/** One mail of no ticket, to be read: its words, or as it was sent, in a frame that runs nothing. */
public record UnfiledMailView(
        UnfiledActsView acts,
        String subject,
        @Nullable Mailbox from,
        Instant at,
        List<String> to,
        List<String> cc,
        TrustMark trust,
        @Nullable String words,
        @Nullable String frame,
        boolean remoteImages,
        List<TalkView.FileLink> files)
        implements View {

    public String name() {
        return from == null ? "?" : from.name() == null || from.name().isBlank() ? from.address() : from.name();
    }
}
