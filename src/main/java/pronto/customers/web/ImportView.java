package pronto.customers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** The form for a file of customers, and below it what became of the last one. */
public record ImportView(
        @Nullable Outcome outcome, @Nullable Looked looked) implements View {

    /** The file that was only looked at, ready to be taken. */
    public record Looked(String sha256, String name) {}

    /** What became of a file, or would. */
    public record Outcome(boolean rehearsal, int added, int changed, int unchanged, int refused, List<Refused> lines) {}

    /** A line that was not taken, and why. */
    public record Refused(long line, @Nullable String field, String sentence) {}
}
