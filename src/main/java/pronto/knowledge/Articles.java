package pronto.knowledge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import pronto.timeline.Actor;

/**
 * The articles, and all that is done with them. Where {@code seen} is asked for it is given the revision there is, and
 * refuses if it is not the one that was read.
 */
public interface Articles {

    /** What somebody wants an article to say. */
    record Draft(
            ArticleKind kind,
            Audience audience,
            @Nullable ArticleText it,
            @Nullable ArticleText en,
            @Nullable Long team,
            String note) {

        public static Draft of(Article there) {
            var newest = there.newest();
            return new Draft(there.kind(), newest.audience(), newest.it(), newest.en(), there.team(), "");
        }

        public Draft withTeam(@Nullable Long other) {
            return new Draft(kind, audience, it, en, other, note);
        }
    }

    /** Which ones are looked for; null is any of them. */
    record Wanted(
            @Nullable ArticleKind kind,
            @Nullable ArticleState state,
            @Nullable Audience audience,
            @Nullable String language,
            boolean archived) {

        public static final Wanted ALL = new Wanted(null, null, null, null, false);
    }

    /** A place in the list, which begins with what changed last. */
    record Place(Instant updatedAt, long id) {}

    Optional<Article> find(long id);

    /** Those that were not put away, in the order asked for. */
    List<Article> these(Collection<Long> ids);

    List<Article> list(Wanted wanted, @Nullable Place after, int limit);

    /** Those that have all these words, the best first. */
    List<Article> matching(String words, Wanted wanted, int limit);

    /** Published guidelines that customers may read, as they may be put into an answer. */
    List<ArticleText> quotable(String words, String language, int limit);

    /** The published guideline that this names: by its number, its address or its title in either language. */
    Optional<Article> named(String reference);

    /** What the published guidelines are called, the newest first. */
    List<String> titles(String language, int limit);

    Optional<ArticleVersion> version(long id, int number);

    /** The newest first. */
    List<ArticleVersion> versions(long id, int limit);

    Article add(Draft draft, Actor by);

    /** A new version; where nothing else is said than before, there is none. */
    Article change(long id, Draft draft, IntConsumer seen, Actor by);

    /** What this version said becomes the newest version. */
    Article goBack(long id, int version, IntConsumer seen, Actor by);

    Article askForReview(long id, IntConsumer seen, Actor by);

    Article sendBack(long id, String why, IntConsumer seen, Actor by);

    Article publish(long id, IntConsumer seen, Actor by);

    /** Nobody finds it any more; what was sent stays as it is. */
    Article archive(long id, IntConsumer seen, Actor by);

    Article bringBack(long id, IntConsumer seen, Actor by);
}
