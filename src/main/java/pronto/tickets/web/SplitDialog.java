package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import pronto.ui.View;

/** Which messages of a ticket become one of their own. */
public record SplitDialog(String code, List<Line> lines) implements View {

    public record Line(long id, String name, Instant at, String words, boolean note) {}
}
