package pronto.knowledge.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleState;
import pronto.knowledge.ArticleVersion;
import pronto.knowledge.Audience;
import pronto.runtime.Spelling;
import pronto.ui.View;

/** An article as it is read, in its newest version or an earlier one, with what may be done with it. */
public record ArticleView(
        Article article,
        ArticleVersion shown,
        List<ArticleVersion> versions,
        @Nullable String team,
        String language,
        boolean mayWrite,
        boolean mayPublish)
        implements View {

    public String path() {
        return "/knowledge/" + article.id();
    }

    /** This screen, so that it fetches itself again. */
    public String here() {
        return isNewest() ? path() : path() + "/versions/" + shown.number();
    }

    public String title() {
        return shown.best(language).title();
    }

    public boolean isNewest() {
        return shown.number() == article.newest().number();
    }

    public Standing standing() {
        return Standing.of(article);
    }

    public String kind() {
        return "knowledge.kind." + Spelling.of(article.kind());
    }

    public boolean isCanned() {
        return article.kind() == ArticleKind.CANNED;
    }

    public String audience() {
        return "knowledge.audience." + Spelling.of(shown.audience());
    }

    public boolean isPublic() {
        return shown.audience() == Audience.PUBLIC;
    }

    public List<String> languages() {
        return shown.languages(language);
    }

    public String titleIn(String of) {
        return Objects.requireNonNull(shown.in(of)).title();
    }

    public Drawn drawnIn(String of) {
        return new Drawn(Objects.requireNonNull(shown.in(of)).html());
    }

    public boolean mayAsk() {
        return mayWrite && live() && article.state() == ArticleState.DRAFT;
    }

    public boolean mayDecide() {
        return mayPublish && live() && article.state() != ArticleState.PUBLISHED;
    }

    public boolean maySendBack() {
        return mayPublish && live() && article.state() == ArticleState.REVIEW;
    }

    public boolean mayEdit() {
        return mayWrite && live();
    }

    public boolean mayGoBack() {
        return mayWrite && !article.archived() && !isNewest();
    }

    private boolean live() {
        return isNewest() && !article.archived();
    }

    /** What changed with this version; null for the first. */
    public @Nullable String comparedPath(ArticleVersion version) {
        var before = version.number() - 1;
        return versions.stream().noneMatch(one -> one.number() == before)
                ? null
                : comparedPath(before, version.number());
    }

    /** What others do not read yet. */
    public @Nullable String aheadPath() {
        var published = article.publishedVersion();
        return published == null || !article.isAhead()
                ? null
                : comparedPath(published, article.newest().number());
    }

    private String comparedPath(int from, int to) {
        return path() + "/compare?from=" + from + "&to=" + to;
    }

    public boolean isPublished(ArticleVersion version) {
        return article.publishedVersion() != null && article.publishedVersion() == version.number();
    }

    public boolean isShown(ArticleVersion version) {
        return version.number() == shown.number();
    }

    public String pathOf(ArticleVersion version) {
        return version.number() == article.newest().number() ? path() : path() + "/versions/" + version.number();
    }
}
