package pronto.tickets.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.tickets.Screened;
import pronto.tickets.Screenings;
import pronto.ui.View;

/** What follows from the answers, with its working; {@code screened} is null until all five are there. */
public record VerdictView(
        long ticket,
        String code,
        @Nullable Screened screened,
        int missing,
        Screenings.Counted counted,
        int most,
        List<Band> bands,
        List<Next> next)
        implements View {

    /** A stretch of the scale, in thousandths of it. */
    public record Band(String priority, int from, int at, int width) {}

    /** What happens on confirming. */
    public record Next(String icon, String word, Object[] names) {}

    /** Where the mark stands, in thousandths. */
    public int at() {
        return screened == null || most == 0 ? 0 : screened.verdict().points() * 1000 / most;
    }

    public boolean countedTells() {
        return counted.people() > 1;
    }
}
