package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** The blocked senders, drawn anew when one comes or goes. */
public record BlockedList(List<Row> rows) implements View {

    public record Row(String sender, @Nullable String by, Instant at, String path) {}
}
