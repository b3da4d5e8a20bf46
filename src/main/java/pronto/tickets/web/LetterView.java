package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.tickets.work.LetterDrafts;
import pronto.ui.View;

/** The first message of a ticket that we open, with what was written of it before. */
public record LetterView(
        LetterDrafts.Words words,
        List<ComposerView.DraftFile> files,
        @Nullable Instant savedAt) implements View {}
