package pronto.staff.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** Where what it happened to is found, and what people call it. */
    public record Lead(String code, String path) {}

    private static final Map<String, String> PLACES = Map.of("ticket", "/tickets/", "customer", "/customers/");

    public @Nullable Lead lead(Entry entry) {
        var place = PLACES.get(entry.subject().kind());
        return place != null && entry.data().get("code") instanceof String code
                ? new Lead(
                        code,
                        place + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20"))
                : null;
    }

    /** What the entry's sentence may name: its data, and who did it. */
    public Map<String, Object> said(Entry entry) {
        var said = new HashMap<>(entry.data());
        said.put("actor", entry.actor().name());
        return said;
    }
}
