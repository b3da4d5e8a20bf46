package pronto.catalog.api;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.net.URI;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import pronto.catalog.Catalog;
import pronto.catalog.CatalogBook;
import pronto.catalog.NoSuchPart;
import pronto.catalog.Part;
import pronto.catalog.PartFields;
import pronto.catalog.PartKind;
import pronto.staff.Staff;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.api.Cursor;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;
import pronto.ui.api.Version;

/** The routes that services, components and environments have alike. */
abstract class PartsApi {

    private static final int MOST_DEPENDENTS = 1_000;

    private final PartKind kind;
    private final Catalog catalog;
    private final CatalogBook book;
    private final Staff staff;

    PartsApi(PartKind kind, Catalog catalog, CatalogBook book, Staff staff) {
        this.kind = kind;
        this.catalog = catalog;
        this.book = book;
        this.staff = staff;
    }

    @GetMapping
    Slice<PartBody> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean retired,
            Paging paging) {
        var cursor = paging.cursor();
        var query = new Catalog.Query(q, kind, retired, cursor == null ? null : cursor.text(0), paging.fetch());
        return paging.page(catalog.matching(query), part -> Cursor.at(part.key()), this::body);
    }

    @PostMapping
    @Needs(Right.LEAD)
    ResponseEntity<PartBody> add(@RequestBody PartSaid said, Actor actor) {
        var key = Invalid.required(said.key().or(null), "key");
        return answer(book.add(kind, key, said.fields(kind, staff), actor), true);
    }

    @GetMapping("/{key}")
    ResponseEntity<PartBody> show(@PathVariable String key) {
        return answer(there(key), false);
    }

    @PatchMapping("/{key}")
    @Needs(Right.LEAD)
    ResponseEntity<PartBody> change(
            @PathVariable String key,
            @RequestBody PartSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var fields = said.fields(kind, there(key).key(), staff);
        return answer(book.change(key, fields, seen(ifMatch), actor), false);
    }

    @PutMapping("/by-key/{key}")
    @Needs(Right.LEAD)
    ResponseEntity<PartBody> put(
            @PathVariable String key,
            @RequestBody PartSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var written = book.put(kind, key, said.fields(kind, key, staff), seen(ifMatch), actor);
        return answer(written.part(), written.added());
    }

    @PostMapping("/{key}/retirement")
    @Needs(Right.LEAD)
    ResponseEntity<PartBody> retire(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        return answer(book.change(there(key).key(), PartFields.NOTHING.retired(true), seen(ifMatch), actor), true);
    }

    @DeleteMapping("/{key}/retirement")
    @Needs(Right.LEAD)
    ResponseEntity<PartBody> bringBack(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        return answer(book.change(there(key).key(), PartFields.NOTHING.retired(false), seen(ifMatch), actor), false);
    }

    @DeleteMapping("/{key}")
    @Needs(Right.LEAD)
    @ResponseStatus(NO_CONTENT)
    void remove(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        book.remove(there(key).key(), seen(ifMatch), actor);
    }

    @GetMapping("/{key}/dependents")
    Slice<PartBody> dependents(@PathVariable String key) {
        return Slice.whole(catalog.dependents(List.of(there(key).key()), MOST_DEPENDENTS).stream()
                .map(this::body)
                .toList());
    }

    /** Another kind's part is not one of these. */
    private Part there(String key) {
        return catalog.find(key).filter(part -> part.kind() == kind).orElseThrow(() -> NoSuchPart.searched(key));
    }

    private static IntConsumer seen(@Nullable String ifMatch) {
        return version -> Version.of(version).check(ifMatch);
    }

    private PartBody body(Part part) {
        return PartBody.of(part, staff);
    }

    private ResponseEntity<PartBody> answer(Part part, boolean made) {
        var response = made
                ? ResponseEntity.created(URI.create("/api/v1/" + kind.plural() + "/" + part.key()))
                : ResponseEntity.ok();
        return response.eTag(Version.of(part.version()).tag()).body(body(part));
    }
}
