package pronto.channels.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** Some rows of the outbox; {@code next} is where the older ones are. */
public record OutboxRows(List<OutboxRow> rows, @Nullable String next) implements View {}
