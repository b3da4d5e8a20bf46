package pronto.staff.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.timeline.Entry;
import pronto.ui.View;

/** What was done, by whom, the newest first; {@code before} is where the next page begins. */
public record AuditView(
        List<Entry> entries,
        List<String> areas,
        String area,
        @Nullable Long before) implements View {

    /** What the entry's sentence may name: its data, and who did it. */
    public Map<String, Object> said(Entry entry) {
        var said = new HashMap<>(entry.data());
        said.put("actor", entry.actor().name());
        return said;
    }
}
