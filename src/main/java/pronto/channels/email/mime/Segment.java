package pronto.channels.email.mime;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import pronto.channels.email.html.HtmlText;

/** A piece of what a mail says, as plain text, as HTML or as both. */
record Segment(@Nullable String plain, @Nullable String html) {

    static final Segment NOTHING = new Segment(null, null);

    /** Several ways to say one thing: the first plain one, and the last HTML, which is the richest. */
    static Segment alternative(List<Segment> ways) {
        return new Segment(
                ways.stream()
                        .map(Segment::plain)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                ways.stream().map(Segment::html).filter(Objects::nonNull).reduce(null, (first, next) -> next));
    }

    /** One after the other; where any has HTML, the others are put between as such. */
    static Segment sequence(List<Segment> pieces) {
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        var said = pieces.stream().filter(piece -> !piece.isEmpty()).toList();
        boolean anyHtml = said.stream().anyMatch(piece -> piece.html != null);
        boolean anyPlain = said.stream().anyMatch(piece -> piece.plain != null);
        return new Segment(
                anyPlain ? said.stream().map(Segment::asPlain).collect(Collectors.joining("\n")) : null,
                anyHtml ? said.stream().map(Segment::asHtml).collect(Collectors.joining("\n")) : null);
    }

    /** Whether it says nothing: a page of pictures alone says something. */
    boolean isBlank() {
        return (plain == null || plain.isBlank()) && html == null;
    }

    boolean isEmpty() {
        return plain == null && html == null;
    }

    private String asPlain() {
        return plain != null ? plain : HtmlText.of(html == null ? "" : html);
    }

    private String asHtml() {
        return html != null
                ? html
                : "<div style=\"white-space: pre-wrap\">" + Entities.escape(plain == null ? "" : plain) + "</div>";
    }
}
