package pronto.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import pronto.timeline.Actor;

/** The canned answers a technician may insert. */
public interface CannedAnswers {

    /** What somebody wants an answer to say; {@code team} limits whom it is offered to. */
    record Draft(
            String name,
            String language,
            String html,
            @Nullable Long team) {}

    /** Those that have all words of the text in their name or body, the best first; of this language before others. */
    List<CannedAnswer> matching(String text, String language, int limit);

    /** The same, of those that are for everybody or for one of these teams. */
    List<CannedAnswer> offered(String text, String language, Collection<Long> teams, int limit);

    Optional<CannedAnswer> find(long id);

    /** All of them, in the order of their ids. */
    List<CannedAnswer> after(@Nullable Long id, int limit);

    /** The answer with its placeholders filled in; one without a value stays visible as a gap to fill. */
    String fill(CannedAnswer answer, Map<String, String> values);

    CannedAnswer add(Draft draft, Actor actor);

    /** {@code seen} is given the version there is, and refuses if it is not the one that was read. */
    CannedAnswer change(long id, Draft draft, IntConsumer seen, Actor actor);

    /** It is offered no more; what was sent stays as it is. */
    void archive(long id, IntConsumer seen, Actor actor);
}
