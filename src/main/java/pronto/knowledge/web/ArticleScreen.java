package pronto.knowledge.web;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleVersion;
import pronto.knowledge.Articles;
import pronto.knowledge.articles.Comparison;
import pronto.staff.Me;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Needs;
import pronto.ui.NotFound;
import pronto.ui.Right;
import pronto.ui.View;
import pronto.ui.api.Version;

/** One article: to read, to compare, to hand on; who leads publishes it. */
@Controller
@RequestMapping("/knowledge/{id}")
class ArticleScreen {

    private static final int VERSIONS = 50;

    private final Articles articles;
    private final Staff staff;

    ArticleScreen(Articles articles, Staff staff) {
        this.articles = articles;
        this.staff = staff;
    }

    @GetMapping
    View show(@PathVariable long id, Me me) {
        var article = there(id);
        return view(article, article.newest(), me);
    }

    @GetMapping("/versions/{number}")
    View show(@PathVariable long id, @PathVariable int number, Me me) {
        return view(there(id), version(id, number), me);
    }

    private View view(Article article, ArticleVersion shown, Me me) {
        return new ArticleView(
                article,
                shown,
                articles.versions(article.id(), VERSIONS),
                article.team() == null
                        ? null
                        : staff.team(article.team()).map(Team::name).orElse(null),
                me.person().language(),
                me.may(Right.WORK),
                me.may(Right.LEAD));
    }

    @GetMapping("/compare")
    View compare(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            Me me) {
        var article = there(id);
        var newest = article.newest().number();
        var after = version(id, to == 0 ? newest : to);
        var before = version(id, from == 0 ? Math.max(1, after.number() - 1) : from);
        return new CompareView(
                article,
                before,
                after,
                articles.versions(id, VERSIONS),
                me.person().language(),
                Comparison.of(before.it(), after.it()),
                Comparison.of(before.en(), after.en()));
    }

    @PostMapping("/review")
    View ask(@PathVariable long id, @RequestParam @Nullable Integer revision, Actor me) {
        return back(articles.askForReview(id, seen(revision), me));
    }

    @PostMapping("/return")
    @Needs(Right.LEAD)
    View sendBack(@PathVariable long id, @RequestParam String why, @RequestParam @Nullable Integer revision, Actor me) {
        return back(articles.sendBack(id, why, seen(revision), me));
    }

    @PostMapping("/publication")
    @Needs(Right.LEAD)
    View publish(@PathVariable long id, @RequestParam @Nullable Integer revision, Actor me) {
        return back(articles.publish(id, seen(revision), me));
    }

    @PostMapping("/versions/{number}/restoration")
    View goBack(@PathVariable long id, @PathVariable int number, @RequestParam @Nullable Integer revision, Actor me) {
        return back(articles.goBack(id, number, seen(revision), me));
    }

    @PostMapping("/archiving")
    @Needs(Right.LEAD)
    View archive(@PathVariable long id, @RequestParam @Nullable Integer revision, Actor me) {
        return back(articles.archive(id, seen(revision), me));
    }

    @PostMapping("/archiving/undo")
    @Needs(Right.LEAD)
    View bringBack(@PathVariable long id, @RequestParam @Nullable Integer revision, Actor me) {
        return back(articles.bringBack(id, seen(revision), me));
    }

    /** Refuses where the article is another than the one that was looked at. */
    static IntConsumer seen(@Nullable Integer revision) {
        return revision == null
                ? there -> {}
                : there -> Version.of(there).check(Version.of(revision).tag());
    }

    private static View back(Article article) {
        return Go.to("/knowledge/" + article.id());
    }

    private Article there(long id) {
        return articles.find(id).orElseThrow(NotFound::new);
    }

    private ArticleVersion version(long id, int number) {
        return articles.version(id, number).orElseThrow(NotFound::new);
    }
}
