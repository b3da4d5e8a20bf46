package pronto.staff.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.timeline.Entry;
import pronto.ui.View;

/** What was done, by whom, the newest first; {@code before} is where the next page begins. */
public record AuditView(
        List<Entry> entries,
        List<String> areas,
        String area,
        @Nullable Long before) implements View {}
