package pronto.knowledge.api;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import java.net.URI;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleState;
import pronto.knowledge.Articles;
import pronto.knowledge.Articles.Place;
import pronto.knowledge.Articles.Wanted;
import pronto.knowledge.Audience;
import pronto.knowledge.articles.Choices;
import pronto.staff.Me;
import pronto.staff.Staff;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.NotFound;
import pronto.ui.Right;
import pronto.ui.api.Cursor;
import pronto.ui.api.OneOf;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;
import pronto.ui.api.Version;

/** What the desk knows, for programs. */
@RestController
@RequestMapping("/api/v1/articles")
class ArticlesApi {

    /** As many versions as one article may well have; they are given whole. */
    private static final int VERSIONS = 200;

    private final Articles articles;
    private final Staff staff;

    ArticlesApi(Articles articles, Staff staff) {
        this.articles = articles;
        this.staff = staff;
    }

    @GetMapping
    Slice<ArticleBody> list(
            @RequestParam(required = false) @OneOf(ArticleKind.class) @Nullable String kind,
            @RequestParam(required = false) @OneOf(ArticleState.class) @Nullable String state,
            @RequestParam(required = false) @OneOf(Audience.class) @Nullable String audience,
            @RequestParam(required = false) @OneOf(names = {"en", "it"}) @Nullable String language,
            @RequestParam(defaultValue = "") String q,
            Paging paging) {
        var wanted = new Wanted(
                read(ArticleKind.class, kind, "kind"),
                read(ArticleState.class, state, "state"),
                read(Audience.class, audience, "audience"),
                language,
                false);
        if (!q.isBlank()) {
            return Slice.whole(articles.matching(q, wanted, paging.limit()).stream()
                    .map(article -> ArticleBody.of(article, staff))
                    .toList());
        }
        var cursor = paging.cursor();
        return paging.page(
                articles.list(
                        wanted, cursor == null ? null : new Place(cursor.time(0), cursor.number(1)), paging.fetch()),
                article -> Cursor.at(article.updatedAt(), article.id()),
                article -> ArticleBody.of(article, staff));
    }

    @PostMapping
    ResponseEntity<ArticleBody> add(@RequestBody ArticleSaid said, Me me) {
        if (said.team().present()) {
            me.need(Right.LEAD);
        }
        var added = articles.add(said.draft(staff), me.actor());
        return answer(ResponseEntity.created(URI.create("/api/v1/articles/" + added.id())), added);
    }

    @GetMapping("/{id}")
    ResponseEntity<ArticleBody> show(@PathVariable long id) {
        return answer(ResponseEntity.ok(), there(id));
    }

    @PatchMapping("/{id}")
    ResponseEntity<ArticleBody> change(
            @PathVariable long id,
            @RequestBody ArticleSaid said,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Me me) {
        if (said.team().present()) {
            me.need(Right.LEAD);
        }
        var there = there(id);
        var read = ifMatch == null ? Version.of(there.revision()).tag() : ifMatch;
        return answer(ResponseEntity.ok(), articles.change(id, said.over(there, staff), seen(read), me.actor()));
    }

    @PostMapping("/{id}/review")
    ResponseEntity<ArticleBody> ask(
            @PathVariable long id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        return created(articles.askForReview(id, seen(ifMatch), actor));
    }

    @PostMapping("/{id}/return")
    @Needs(Right.LEAD)
    ResponseEntity<ArticleBody> sendBack(
            @PathVariable long id,
            @RequestBody ReturnSaid said,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        return created(articles.sendBack(id, said.why(), seen(ifMatch), actor));
    }

    @PostMapping("/{id}/publication")
    @Needs(Right.LEAD)
    ResponseEntity<ArticleBody> publish(
            @PathVariable long id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        return created(articles.publish(id, seen(ifMatch), actor));
    }

    @PostMapping("/{id}/restoration")
    ResponseEntity<ArticleBody> goBack(
            @PathVariable long id,
            @RequestBody RestorationSaid said,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        return created(
                articles.goBack(there(id).id(), Invalid.required(said.version(), "version"), seen(ifMatch), actor));
    }

    @GetMapping("/{id}/versions")
    Slice<VersionBody> versions(@PathVariable long id) {
        var article = there(id);
        return Slice.whole(articles.versions(article.id(), VERSIONS).stream()
                .map(VersionBody::of)
                .toList());
    }

    @DeleteMapping("/{id}")
    @Needs(Right.LEAD)
    ResponseEntity<ArticleBody> archive(
            @PathVariable long id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        return answer(ResponseEntity.ok(), articles.archive(id, seen(ifMatch), actor));
    }

    /** Why an article is not published as it is. */
    record ReturnSaid(String why) {}

    /** Which version an article goes back to. */
    record RestorationSaid(@Nullable Integer version) {}

    private static IntConsumer seen(@Nullable String ifMatch) {
        return revision -> Version.of(revision).check(ifMatch);
    }

    private static <E extends Enum<E>> @Nullable E read(Class<E> choices, @Nullable String name, String field) {
        return name == null ? null : Choices.read(choices, name, field);
    }

    private Article there(long id) {
        return articles.find(id).orElseThrow(NotFound::new);
    }

    private ResponseEntity<ArticleBody> created(Article article) {
        return answer(ResponseEntity.created(URI.create("/api/v1/articles/" + article.id())), article);
    }

    private ResponseEntity<ArticleBody> answer(ResponseEntity.BodyBuilder response, Article article) {
        return response.eTag(Version.of(article.revision()).tag()).body(ArticleBody.of(article, staff));
    }
}
