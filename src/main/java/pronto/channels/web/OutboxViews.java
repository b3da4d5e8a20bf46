package pronto.channels.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import pronto.channels.OutgoingSubjects;
import pronto.channels.OutgoingSubjects.Link;
import pronto.channels.outbox.OutboxLine;
import pronto.channels.outbox.OutboxPages;
import pronto.ui.NotFound;

/** Puts together what the outbox shows. */
@Component
class OutboxViews {

    private static final int ROWS = 50;

    private record About(String kind, long id) {}

    private final OutboxPages pages;
    private final ObjectProvider<OutgoingSubjects> subjects;

    OutboxViews(OutboxPages pages, ObjectProvider<OutgoingSubjects> subjects) {
        this.pages = pages;
        this.subjects = subjects;
    }

    OutboxList list(Shown shown) {
        return new OutboxList(shown, rows(shown, null));
    }

    OutboxRows rows(Shown wanted, @Nullable Long before) {
        var lines = pages.lines(wanted.filter().state(), wanted.to(), before, ROWS + 1);
        var shown = lines.subList(0, Math.min(ROWS, lines.size()));
        var next = lines.size() > ROWS
                ? "/outbox/list?" + wanted.query() + "&before="
                        + shown.getLast().delivery().id()
                : null;
        return new OutboxRows(rows(shown, wanted.query()), next);
    }

    OutgoingView outgoing(long id) {
        var copy = pages.copy(id).orElseThrow(NotFound::new);
        var addresses = addresses(id);
        var about =
                addresses.rows().isEmpty() ? null : addresses.rows().getFirst().about();
        return new OutgoingView(copy, about, addresses);
    }

    Addresses addresses(long outgoing) {
        return new Addresses(outgoing, rows(pages.linesOf(outgoing), "state=" + OutboxRow.ALONE));
    }

    private List<OutboxRow> rows(List<OutboxLine> lines, String filter) {
        var links = links(lines);
        return lines.stream()
                .map(line -> OutboxRow.of(line, links.get(about(line)), filter))
                .toList();
    }

    private Map<About, Link> links(List<OutboxLine> lines) {
        var byKind = lines.stream()
                .map(OutboxViews::about)
                .filter(Objects::nonNull)
                .collect(groupingBy(About::kind, mapping(About::id, toSet())));
        var found = new HashMap<About, Link>();
        subjects.forEach(subject -> {
            var ids = byKind.get(subject.kind());
            if (ids != null) {
                subject.links(ids).forEach((id, link) -> found.put(new About(subject.kind(), id), link));
            }
        });
        return found;
    }

    private static @Nullable About about(OutboxLine line) {
        return line.subjectKind() == null || line.subjectId() == null
                ? null
                : new About(line.subjectKind(), line.subjectId());
    }
}
