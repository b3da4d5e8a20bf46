package pronto.staff.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.timeline.Timeline;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;

/** Who did what. */
@Controller
@Needs(Right.AUDIT)
@RequestMapping("/settings/audit")
class AuditController {

    private static final int PAGE = 100;
    private static final List<String> AREAS = List.of("tickets", "customers", "sla", "channels", "knowledge", "staff");

    private final Timeline timeline;

    AuditController(Timeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping
    View show(@RequestParam(defaultValue = "") String area, @RequestParam(required = false) @Nullable Long before) {
        var chosen = AREAS.contains(area) ? area : "";
        var entries = timeline.all(chosen.isEmpty() ? null : chosen + ".", before, PAGE + 1);
        var shown = entries.subList(0, Math.min(PAGE, entries.size()));
        return new AuditView(
                shown, AREAS, chosen, entries.size() > PAGE ? shown.getLast().id() : null);
    }
}
