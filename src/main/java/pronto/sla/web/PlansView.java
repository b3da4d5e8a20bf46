package pronto.sla.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;
import pronto.ui.View;

/** All support plans, and those that customers have by name alone. */
public record PlansView(List<Line> lines, Map<String, Long> unknown, boolean mayChange) implements View {

    /** One plan; its promises for the most urgent tickets stand for the others. */
    public record Line(
            String name, String path, String hours, String pickup, String answer, String resolution, long customers) {}

    public List<String> promises(Line line) {
        return Stream.of(line.pickup(), line.answer(), line.resolution())
                .map(promise -> promise.isEmpty() ? "–" : promise)
                .toList();
    }

    public String define(String name) {
        return Where.PLANS + "/new?name=" + UriUtils.encodeQueryParam(name, StandardCharsets.UTF_8);
    }
}
