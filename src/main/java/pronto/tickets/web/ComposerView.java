package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** Where one writes: an answer and a note, each with a draft of its own that is kept while it is written. */
public record ComposerView(
        long ticket, String code, String to, String cc, Draft reply, Draft note, List<Colleague> colleagues)
        implements View {

    /** What was written so far. The text reaches the editor as text, never as markup of the page. */
    public record Draft(String html, @Nullable Instant savedAt, List<DraftFile> files, String nextUpdate) {

        public static final Draft NONE = new Draft("", null, List.of(), "");
    }

    public record DraftFile(int position, String name, long size, String icon) {}

    /** Whom a note may call. */
    public record Colleague(long id, String name) {}
}
