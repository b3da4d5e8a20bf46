package pronto.tickets.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import pronto.runtime.Spelling;
import pronto.tickets.Tickets;
import pronto.timeline.Actor;
import pronto.timeline.Entry;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.api.Cursor;
import pronto.ui.api.OneOf;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;

/** Everything that happened to a ticket, the newest first. */
@RestController
class TimelineApi {

    record EntryJson(String id, Instant at, String kind, ActorJson actor, Map<String, Object> data) {

        record ActorJson(
                @OneOf(Actor.Kind.class) String kind,
                @Nullable String id,
                String name) {}

        static EntryJson of(Entry entry) {
            var actor = entry.actor();
            return new EntryJson(
                    Long.toString(entry.id()),
                    entry.at(),
                    entry.kind(),
                    new ActorJson(
                            Spelling.of(actor.kind()),
                            actor.id() == null ? null : Long.toString(actor.id()),
                            actor.name()),
                    entry.data());
        }
    }

    private final Tickets tickets;
    private final Timeline timeline;

    TimelineApi(Tickets tickets, Timeline timeline) {
        this.tickets = tickets;
        this.timeline = timeline;
    }

    @GetMapping("/api/v1/tickets/{code}/timeline")
    Slice<EntryJson> list(@PathVariable String code, Paging paging) {
        var subject = new Subject("ticket", tickets.byCode(code).id());
        var before = paging.cursor() == null ? null : paging.cursor().number(0);
        return paging.page(timeline.of(subject, before, paging.fetch()), entry -> Cursor.at(entry.id()), EntryJson::of);
    }
}
