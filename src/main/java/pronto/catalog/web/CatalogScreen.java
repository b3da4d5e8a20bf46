package pronto.catalog.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.catalog.Catalog;
import pronto.catalog.NoSuchPart;
import pronto.catalog.Part;
import pronto.catalog.PartKind;
import pronto.catalog.PartSection;
import pronto.staff.Me;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Reader;
import pronto.ui.Right;
import pronto.ui.View;

/** The catalog to read: its list, and each part with the graph around it. */
@Controller
@RequestMapping("/catalog")
class CatalogScreen {

    private static final int LINES = 200;
    private static final int ENTRIES = 10;
    private static final int COUNTED = 1_000;

    private final Catalog catalog;
    private final Trees trees;
    private final Staff staff;
    private final Timeline timeline;
    private final ObjectProvider<PartSection> sections;

    CatalogScreen(Catalog catalog, Trees trees, Staff staff, Timeline timeline, ObjectProvider<PartSection> sections) {
        this.catalog = catalog;
        this.trees = trees;
        this.staff = staff;
        this.timeline = timeline;
        this.sections = sections;
    }

    @GetMapping
    View list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "all") String kind,
            @RequestParam(required = false) @Nullable String after,
            Reader reader,
            Me me) {
        var shown = CatalogView.KINDS.contains(kind) ? kind : "all";
        var one = shown.equals("all") || shown.equals("retired") ? null : PartKind.named(shown);
        var query = new Catalog.Query(q.strip(), one, shown.equals("retired"), after, LINES + 1);
        var found = catalog.matching(query);
        var parts = found.subList(0, Math.min(LINES, found.size()));
        return new CatalogView(
                q.strip(),
                shown,
                lines(parts, reader),
                found.size() > LINES ? parts.getLast().key() : null,
                me.may(Right.LEAD));
    }

    private List<CatalogView.Line> lines(Collection<Part> parts, Reader reader) {
        var teams = staff.teams().stream().collect(Collectors.toMap(Team::id, Function.identity()));
        return parts.stream()
                .map(part -> {
                    var team = teams.get(part.team());
                    return new CatalogView.Line(Drawn.of(part, reader.language()), team == null ? "" : team.name());
                })
                .toList();
    }

    @GetMapping("/{key}")
    View show(@PathVariable String key, Reader reader, Me me) {
        var part = need(key);
        var added = sections.stream()
                .sorted(Comparator.comparingInt(PartSection::order))
                .map(section -> new PartView.Section(section.title(), section.path(part)))
                .toList();
        return new PartView(details(part, reader, me), added);
    }

    @GetMapping("/{key}/details")
    View part(@PathVariable String key, Reader reader, Me me) {
        return details(need(key), reader, me);
    }

    private PartDetails details(Part part, Reader reader, Me me) {
        var dependents = catalog.dependents(List.of(part.key()), COUNTED + 1);
        return new PartDetails(
                part,
                Drawn.of(part, reader.language()),
                staff.team(part.team()).map(Team::name).orElse(""),
                trees.above(part, reader.language()),
                trees.below(part, reader.language()),
                Math.min(COUNTED, dependents.size()),
                dependents.size() > COUNTED,
                timeline.of(new Subject("part", part.id()), null, ENTRIES),
                me.may(Right.LEAD));
    }

    private Part need(String key) {
        return catalog.find(key).orElseThrow(() -> NoSuchPart.searched(key));
    }
}
