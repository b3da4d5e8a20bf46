package pronto.staff.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pronto.runtime.Spelling;
import pronto.timeline.Actor;
import pronto.timeline.Entry;
import pronto.timeline.Timeline;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.api.Cursor;
import pronto.ui.api.OneOf;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;

/** Who did what, the newest first. */
@RestController
@Needs(Right.AUDIT)
@RequestMapping("/api/v1/audit")
class AuditApi {

    private final Timeline timeline;

    AuditApi(Timeline timeline) {
        this.timeline = timeline;
    }

    record Who(
            @OneOf(Actor.Kind.class) String kind, @Nullable String id, String name) {}

    record What(String kind, String id) {}

    record EntryJson(String id, Instant at, String kind, Who actor, What subject, Map<String, Object> data) {

        static EntryJson of(Entry entry) {
            var actor = entry.actor();
            return new EntryJson(
                    Long.toString(entry.id()),
                    entry.at(),
                    entry.kind(),
                    new Who(
                            Spelling.of(actor.kind()),
                            actor.id() == null ? null : Long.toString(actor.id()),
                            actor.name()),
                    new What(
                            entry.subject().kind(),
                            Long.toString(entry.subject().id())),
                    entry.data());
        }
    }

    /** {@code kind} is the beginning of one: {@code staff.} or {@code tickets.pickedUp}. */
    @GetMapping
    Slice<EntryJson> list(@RequestParam(required = false) @Nullable String kind, Paging paging) {
        var before = paging.cursor() == null ? null : paging.cursor().number(0);
        return paging.page(timeline.all(kind, before, paging.fetch()), entry -> Cursor.at(entry.id()), EntryJson::of);
    }
}
