package pronto.sla.api;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pronto.sla.Prioritised;
import pronto.sla.Priority;
import pronto.sla.PriorityTables;
import pronto.sla.priority.Effects;
import pronto.sla.priority.TableJson;
import pronto.timeline.Actor;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.api.Cursor;
import pronto.ui.api.Given;
import pronto.ui.api.Needed;
import pronto.ui.api.OneOf;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;
import pronto.ui.api.Version;

/** The priority table: to read, to try out, to change, and to go back. */
@RestController
@RequestMapping("/api/v1/priority-table")
class PriorityTableApi {

    private static final String ROOT = "/api/v1/priority-table";
    private static final int MOST = 200;

    /** A version of the table; {@code waiting} open things have still to be computed by it. */
    record TableBody(
            long version,
            TableJson.Points points,
            TableJson.Thresholds thresholds,
            List<TableJson.RuleJson> rules,
            Instant at,
            String by,
            @Nullable Long restores,
            int waiting) {}

    /** What was read may be sent back as it was: what only Pronto says is not looked at. */
    record TableSaid(
            @Needed TableJson.@Nullable Points points,
            @Needed TableJson.@Nullable Thresholds thresholds,
            @Needed @Nullable List<TableJson.RuleJson> rules,
            Given<Long> version,
            Given<String> at,
            Given<String> by,
            Given<Long> restores,
            Given<Integer> waiting) {

        TableJson table() {
            return new TableJson(points, thresholds, rules);
        }
    }

    record PreviewBody(int up, int down, int unchanged, List<MoveBody> moves) {}

    record MoveBody(
            String code,
            String subject,
            @OneOf(Priority.class) String from,
            @OneOf(Priority.class) String to) {

        static MoveBody of(Prioritised.Move move) {
            return new MoveBody(
                    move.code(), move.subject(), move.from().name(), move.to().name());
        }
    }

    private final PriorityTables tables;
    private final Effects effects;

    PriorityTableApi(PriorityTables tables, Effects effects) {
        this.tables = tables;
        this.effects = effects;
    }

    @GetMapping
    TableBody show(HttpServletResponse response) {
        return tagged(tables.current(), response);
    }

    @PutMapping
    @Needs(Right.ADMINISTER)
    TableBody change(
            @RequestBody TableSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor,
            HttpServletResponse response) {
        var table = said.table().table();
        return tagged(tables.change(table, there -> Version.of(there).check(ifMatch), actor), response);
    }

    /** Nothing is kept: it says what the change would do to what is open now. */
    @PostMapping("/preview")
    PreviewBody preview(@RequestBody TableSaid said) {
        var effect = effects.of(said.table().table(), MOST);
        return new PreviewBody(
                effect.up(),
                effect.down(),
                effect.same(),
                effect.moves().stream().map(MoveBody::of).toList());
    }

    @GetMapping("/versions")
    Slice<TableBody> versions(Paging paging) {
        var cursor = paging.cursor();
        return paging.page(
                tables.versions(cursor == null ? null : cursor.number(0), paging.fetch()),
                version -> Cursor.at(version.number()),
                this::body);
    }

    @GetMapping("/versions/{version}")
    TableBody version(@PathVariable long version) {
        return body(tables.version(version));
    }

    /** An earlier version holds again, as a new one. */
    @PostMapping("/versions/{version}/restoration")
    @Needs(Right.ADMINISTER)
    ResponseEntity<TableBody> restore(
            @PathVariable long version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var now = tables.restore(version, there -> Version.of(there).check(ifMatch), actor);
        return ResponseEntity.created(URI.create(ROOT + "/versions/" + now.number()))
                .eTag(Version.of(now.number()).tag())
                .body(body(now));
    }

    private TableBody tagged(PriorityTables.Version version, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, Version.of(version.number()).tag());
        return body(version);
    }

    private TableBody body(PriorityTables.Version version) {
        var table = TableJson.of(version.table());
        return new TableBody(
                version.number(),
                Objects.requireNonNull(table.points()),
                Objects.requireNonNull(table.thresholds()),
                Objects.requireNonNull(table.rules()),
                version.at(),
                version.by(),
                version.restores(),
                effects.waiting());
    }
}
