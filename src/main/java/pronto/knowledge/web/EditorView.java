package pronto.knowledge.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.Article;
import pronto.knowledge.articles.Comparison;
import pronto.knowledge.articles.RichText;
import pronto.staff.Team;
import pronto.ui.View;

/** Where an article is written; what was typed stays, whatever comes between. */
public record EditorView(
        @Nullable Article article,
        ArticleForm form,
        List<Team> teams,
        boolean mayPublish,
        boolean previewed,
        @Nullable String refused,
        @Nullable Conflict conflict)
        implements View {

    /** Somebody saved another text meanwhile: theirs, and what is different in the one typed here. */
    public record Conflict(String by, Instant at, int version, Comparison it, Comparison en) {}

    /** What the buttons above a text do; each is its icon's name too. */
    private static final List<String> ACTS = List.of("bold", "italic", "list", "list-ordered");

    public static EditorView of(@Nullable Article article, ArticleForm form, List<Team> teams, boolean mayPublish) {
        return new EditorView(article, form, teams, mayPublish, false, null, null);
    }

    EditorView previewing() {
        return new EditorView(article, form, teams, mayPublish, true, refused, conflict);
    }

    EditorView refusedBy(String sentence) {
        return new EditorView(article, form, teams, mayPublish, previewed, sentence, conflict);
    }

    public String path() {
        return article == null ? "/knowledge" : "/knowledge/" + article.id();
    }

    public List<String> acts() {
        return ACTS;
    }

    public List<String> kinds() {
        return List.of("guideline", "canned");
    }

    public String titleIn(String language) {
        return language.equals("it") ? form.itTitle() : form.enTitle();
    }

    public String htmlIn(String language) {
        return language.equals("it") ? form.itHtml() : form.enHtml();
    }

    public boolean isWrittenIn(String language) {
        return !titleIn(language).isBlank() || !htmlIn(language).isBlank();
    }

    /** As readers will see it: made safe as when it is kept. */
    public Drawn drawnIn(String language) {
        return new Drawn(RichText.clean(htmlIn(language)));
    }

    public boolean isOf(Team team) {
        return form.team() != null && form.team() == team.id();
    }

    /** The reader's own language first. */
    public List<String> languages(String first) {
        return first.equals("it") ? List.of("it", "en") : List.of("en", "it");
    }
}
