package pronto.catalog.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.catalog.Catalog;
import pronto.catalog.CatalogBook;
import pronto.catalog.Dependency;
import pronto.catalog.NoSuchPart;
import pronto.catalog.Part;
import pronto.catalog.PartFields;
import pronto.catalog.PartKind;
import pronto.staff.Staff;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Needs;
import pronto.ui.Reader;
import pronto.ui.Right;
import pronto.ui.View;
import pronto.ui.api.Given;
import pronto.ui.api.Version;

/** The catalog to write: new parts, their fields and lines, the end of one and the way back. */
@Controller
@Needs(Right.LEAD)
@RequestMapping("/catalog")
class PartScreen {

    private static final int CHOICES = 12;

    private final Catalog catalog;
    private final CatalogBook book;
    private final Staff staff;

    PartScreen(Catalog catalog, CatalogBook book, Staff staff) {
        this.catalog = catalog;
        this.book = book;
        this.staff = staff;
    }

    @GetMapping("/new")
    View blank() {
        return new PartFormView(null, "", "/catalog", staff.teams(), List.of());
    }

    @PostMapping
    View add(
            @RequestParam(defaultValue = "component") String kind,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(name = "names.en", defaultValue = "") String english,
            @RequestParam(name = "names.it", defaultValue = "") String italian,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(defaultValue = "false") boolean core,
            Actor me) {
        var fields = fields(english, italian, description, team, core);
        return Go.to(Drawn.path(book.add(PartKind.named(kind), key, fields, me)) + "/edit");
    }

    @GetMapping("/{key}/edit")
    View edit(@PathVariable String key, Reader reader) {
        var part = need(key);
        var language = reader.language();
        var depends = new PartFormView.Lines("dependsOn", "catalog.below", drawn(part.dependsOn(), language));
        var runs = new PartFormView.Lines("runsOn", "catalog.runsOn", drawn(part.runsOn(), language));
        return new PartFormView(
                part,
                part.name(language),
                Drawn.path(part),
                staff.teams(),
                part.kind() == PartKind.ENVIRONMENT ? List.of(depends) : List.of(depends, runs));
    }

    private List<Drawn> drawn(List<String> keys, String language) {
        var parts = catalog.find(keys);
        return keys.stream()
                .flatMap(key -> Stream.ofNullable(parts.get(key)))
                .map(part -> Drawn.of(part, language))
                .toList();
    }

    @PostMapping("/{key}")
    View change(
            @PathVariable String key,
            @RequestParam(name = "names.en", defaultValue = "") String english,
            @RequestParam(name = "names.it", defaultValue = "") String italian,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(defaultValue = "false") boolean core,
            @RequestParam int version,
            Actor me) {
        var changed = book.change(
                key,
                fields(english, italian, description, team, core),
                there -> Version.of(there).check(Version.of(version).tag()),
                me);
        return Go.to(Drawn.path(changed));
    }

    private static PartFields fields(
            String english, String italian, String description, @Nullable Long team, boolean core) {
        return new PartFields(
                Given.of(english),
                Given.of(italian),
                Given.of(description),
                Given.of(team),
                Given.of(core),
                Given.absent(),
                Given.absent(),
                Given.absent());
    }

    @GetMapping("/{key}/choices")
    View choices(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "dependsOn") String how,
            Reader reader) {
        var part = need(key);
        var environments = Dependency.named(how) == Dependency.RUNS_ON;
        var kind = environments ? PartKind.ENVIRONMENT : null;
        return new Choices(catalog.matching(new Catalog.Query(q, kind, false, null, CHOICES * 4)).stream()
                .filter(other -> environments || other.kind() != PartKind.ENVIRONMENT)
                .filter(other -> other.id() != part.id()
                        && !part.dependsOn().contains(other.key())
                        && !part.runsOn().contains(other.key()))
                .limit(CHOICES)
                .map(other -> Drawn.of(other, reader.language()))
                .toList());
    }

    @PostMapping("/{key}/lines")
    View link(
            @PathVariable String key,
            @RequestParam(defaultValue = "dependsOn") String how,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String q,
            Actor me) {
        // Enter in the field means the key that was typed.
        var part = book.link(key, Dependency.named(how), on.isBlank() ? q : on, me);
        return Go.to(Drawn.path(part) + "/edit");
    }

    @PostMapping("/{key}/lines/removal")
    View unlink(@PathVariable String key, @RequestParam String on, Actor me) {
        return Go.to(Drawn.path(book.unlink(key, on, me)) + "/edit");
    }

    @PostMapping("/{key}/retirement")
    View retire(@PathVariable String key, Actor me) {
        return Go.to(Drawn.path(book.change(key, PartFields.NOTHING.retired(true), CatalogBook.ANY, me)));
    }

    @PostMapping("/{key}/return")
    View bringBack(@PathVariable String key, Actor me) {
        return Go.to(Drawn.path(book.change(key, PartFields.NOTHING.retired(false), CatalogBook.ANY, me)));
    }

    @PostMapping("/{key}/removal")
    View remove(@PathVariable String key, Actor me) {
        book.remove(key, CatalogBook.ANY, me);
        return Go.to("/catalog");
    }

    private Part need(String key) {
        return catalog.find(key).orElseThrow(() -> NoSuchPart.searched(key));
    }
}
