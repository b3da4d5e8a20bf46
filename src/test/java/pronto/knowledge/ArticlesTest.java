package pronto.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.knowledge.Articles.Draft;
import pronto.knowledge.Articles.Wanted;
import pronto.people.Cast;
import pronto.runtime.CustomerScope;
import pronto.runtime.RealDatabase;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.timeline.Actor;
import pronto.timeline.Entry;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ArticlesTest extends RealDatabase {

    static final Actor GIULIA = Actor.technician(7, "Giulia");

    @Autowired
    WebServerApplicationContext context;

    @Autowired
    Articles articles;

    @Autowired
    Timeline timeline;

    @Autowired
    CustomerScope scope;

    @Autowired
    JdbcClient db;

    Cast cast;

    @BeforeEach
    void empty() {
        cast = new Cast(context);
        db.sql("delete from knowledge.article").update();
    }

    @Test
    void each_text_that_is_saved_is_a_version_and_the_published_one_stays_until_the_next() {
        var article = add("La stampante", "<p>Spegnila.</p>", Audience.PUBLIC);
        assertThat(article.state()).isEqualTo(ArticleState.DRAFT);
        articles.publish(article.id(), any -> {}, GIULIA);

        var changed = articles.change(article.id(), draft("La stampante", "<p>Accendila.</p>"), any -> {}, GIULIA);

        assertThat(changed.state()).isEqualTo(ArticleState.DRAFT);
        assertThat(changed.newest().number()).isEqualTo(2);
        assertThat(changed.publishedVersion()).isEqualTo(1);
        assertThat(articles.quotable("", "it", 5)).extracting(ArticleText::html).containsExactly("<p>Spegnila.</p>");
        var same = articles.change(article.id(), draft("La stampante", "<p>Accendila.</p>"), any -> {}, GIULIA);
        assertThat(same.revision()).isEqualTo(changed.revision());
    }

    @Test
    void going_back_to_a_version_is_a_new_version() {
        var article = add("La stampante", "<p>Spegnila.</p>", Audience.INTERNAL);
        articles.change(article.id(), draft("La stampante", "<p>Buttala.</p>"), any -> {}, GIULIA);

        var back = articles.goBack(article.id(), 1, any -> {}, GIULIA);

        assertThat(back.newest().number()).isEqualTo(3);
        assertThat(back.newest().restoredFrom()).isEqualTo(1);
        assertThat(back.newest().best("it").html()).isEqualTo("<p>Spegnila.</p>");
        assertThat(articles.versions(article.id(), 10))
                .extracting(ArticleVersion::number)
                .containsExactly(3, 2, 1);
    }

    @Test
    void a_technician_asks_and_who_leads_sends_back_or_publishes() {
        var leo = cast.browserOf(cast.hired("Leo Verdi", Role.LEAD));
        var giulia = cast.browserOf(cast.giulia());
        assertThat(giulia.get("/knowledge").body()).contains("Nothing is written down yet");
        assertThat(giulia.post("/knowledge", form("Stampante", "<p>Spegnila.</p>", "review"))
                        .statusCode())
                .isEqualTo(303);
        var path = newest();
        assertThat(giulia.post(path + "/publication", Map.of()).statusCode()).isEqualTo(403);
        assertThat(giulia.get(path).body()).contains("asks for a review").doesNotContain("/publication");

        assertThat(leo.post(path + "/return", Map.of("why", "Manca il modello")).statusCode())
                .isEqualTo(303);
        assertThat(giulia.get(path).body()).contains("Leo Verdi sent it back: Manca il modello");
        assertThat(leo.post(path + "/return", Map.of("why", "Ancora")).statusCode())
                .isEqualTo(409);
        giulia.post(path + "/review", Map.of());
        assertThat(leo.post(path + "/publication", Map.of()).statusCode()).isEqualTo(303);

        assertThat(articles.find(id(path)).orElseThrow().state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(timeline.of(new Subject("article", id(path)), null, 9))
                .extracting(Entry::kind)
                .containsExactly(
                        "knowledge.articlePublished",
                        "knowledge.articleAsked",
                        "knowledge.articleSentBack",
                        "knowledge.articleAsked",
                        "knowledge.articleAdded");
    }

    @Test
    void whoever_saves_second_is_told_and_both_texts_are_kept() {
        var leo = cast.browserOf(cast.hired("Leo Verdi", Role.LEAD));
        var giulia = cast.browserOf(cast.giulia());
        var article = add("Stampante", "<p>Aspetta dieci secondi e accendila.</p>", Audience.INTERNAL);
        var path = "/knowledge/" + article.id();
        var seen = Integer.toString(article.revision());
        leo.post(path, form("Stampante", "<p>Aspetta venti secondi e accendila.</p>", "", "revision", seen));

        var answer = giulia.post(
                path, form("Stampante", "<p>Aspetta trenta secondi e accendila.</p>", "", "revision", seen));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body())
                .contains("Leo Verdi saved this article while you were writing")
                .contains("<del class=\"k-del\">venti</del><ins class=\"k-ins\">trenta</ins>")
                .contains("&lt;p&gt;Aspetta trenta secondi e accendila.&lt;/p&gt;");
        var now = articles.find(article.id()).orElseThrow();
        assertThat(now.newest().best("it").html()).contains("venti");
        var again = form(
                "Stampante",
                "<p>Aspetta trenta secondi e accendila.</p>",
                "",
                "revision",
                Integer.toString(now.revision()));
        assertThat(giulia.post(path, again).statusCode()).isEqualTo(303);
        assertThat(articles.versions(article.id(), 9)).hasSize(3);
    }

    @Test
    void a_preview_and_an_error_lose_nothing_that_was_typed() {
        var giulia = cast.browserOf(cast.giulia());

        var preview = giulia.post("/knowledge", form("Stampante", "<p>Così<script>a()</script></p>", "preview"));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("<p>Così</p>").contains("value=\"Stampante\"");
        var refused = giulia.post("/knowledge", form("Stampante", "", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Stampante\"", "role=\"alert\"");
        assertThat(giulia.post("/knowledge", form("Stampante", "", ""), "HX-Request", "true")
                        .body())
                .contains("data-field=\"it.html\"");
        assertThat(articles.list(Wanted.ALL, null, 5)).isEmpty();
    }

    @Test
    void what_is_dangerous_in_it_is_left_out_and_a_heading_stays_one() {
        var kept = add(
                "Link",
                "<h1>Prima</h1><p onclick=\"a()\">Vedi <a href=\"javascript:a()\">qui</a><img src=x onerror=a()></p>",
                Audience.INTERNAL);

        assertThat(kept.newest().best("it").html()).isEqualTo("<h3>Prima</h3><p>Vedi <a>qui</a></p>");
    }

    @Test
    void an_article_says_something_in_a_language_and_a_canned_answer_in_one_alone() {
        assertThatThrownBy(() ->
                        articles.add(new Draft(ArticleKind.GUIDELINE, Audience.INTERNAL, null, null, null, ""), GIULIA))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> articles.add(
                        new Draft(
                                ArticleKind.CANNED,
                                Audience.INTERNAL,
                                new ArticleText("Ciao", "<p>Ciao</p>"),
                                new ArticleText("Hello", "<p>Hello</p>"),
                                null,
                                ""),
                        GIULIA))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.name()).isEqualTo("one-language"));
    }

    @Test
    void articles_are_found_in_both_languages_whatever_accents_are_typed() {
        var article = articles.add(
                new Draft(
                        ArticleKind.GUIDELINE,
                        Audience.PUBLIC,
                        new ArticleText("Perché la città non compare", "<p>La spedizione usa i codici postali.</p>"),
                        new ArticleText("Why the town is missing", "<p>Shipping uses postcodes.</p>"),
                        null,
                        ""),
                GIULIA);

        for (var words : List.of("PERCHE citta", "spedizioni", "missing town", "postcode")) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(articles.matching(words, Wanted.ALL, 5))
                            .extracting(Article::id)
                            .containsExactly(article.id()));
        }
        assertThat(articles.quotable("postcode", "en", 5)).isEmpty();
        articles.publish(article.id(), any -> {}, GIULIA);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(articles.quotable("postcode", "en", 5))
                        .extracting(ArticleText::title)
                        .containsExactly("Why the town is missing"));
        articles.archive(article.id(), any -> {}, GIULIA);
        assertThat(articles.quotable("", "en", 5)).isEmpty();
    }

    @Test
    void a_customer_sees_what_is_public_and_published_and_nothing_else() {
        var shown = add("Pubblico", "<p>Uno.</p>", Audience.PUBLIC);
        articles.publish(shown.id(), any -> {}, GIULIA);
        articles.change(shown.id(), draft("Pubblico", "<p>Bozza segreta.</p>"), any -> {}, GIULIA);
        add("Bozza", "<p>Due.</p>", Audience.PUBLIC);
        var inside = add("Interno", "<p>Tre.</p>", Audience.INTERNAL);
        articles.publish(inside.id(), any -> {}, GIULIA);

        assertThat(scope.of(
                        1,
                        () -> db.sql("select html_it from knowledge.article_version")
                                .query(String.class)
                                .list()))
                .containsExactly("<p>Uno.</p>");
    }

    @Test
    void programs_write_ask_publish_and_read_articles() {
        var writer = cast.program(Scope.READ, Scope.WRITE);
        var lead = cast.program(Scope.READ, Scope.ADMIN);
        var added = writer.post(
                "/api/v1/articles", "{\"audience\":\"public\",\"it\":{\"title\":\"Ciao\",\"html\":\"<p>Ciao</p>\"}}");
        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        var path = "/api/v1/articles/" + added.json().path("id").asString();

        var changed = writer.patch(path, "{\"en\":{\"title\":\"Hello\",\"html\":\"<p>Hello</p>\"}}");
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(changed.json().at("/it/title").asString()).isEqualTo("Ciao");
        assertThat(writer.patch(path, "{\"note\":\"x\"}", "If-Match", String.valueOf(added.header("ETag")))
                        .status())
                .isEqualTo(412);
        assertThat(writer.post(path + "/publication", "").status()).isEqualTo(403);
        assertThat(lead.post(path + "/publication", "").json().path("state").asString())
                .isEqualTo("published");
        assertThat(lead.post(path + "/publication", "").problem()).isEqualTo("article-stands");
        assertThat(writer.get("/api/v1/articles?state=published&language=en")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(writer.get("/api/v1/articles?state=lost").problem()).isEqualTo("not-a-choice");
        assertThat(writer.get(path + "/versions").json().path("items").size()).isEqualTo(2);
    }

    private Article add(String title, String html, Audience audience) {
        return articles.add(
                new Draft(ArticleKind.GUIDELINE, audience, new ArticleText(title, html), null, null, ""), GIULIA);
    }

    private static Draft draft(String title, String html) {
        return new Draft(ArticleKind.GUIDELINE, Audience.PUBLIC, new ArticleText(title, html), null, null, "");
    }

    private static Map<String, String> form(String title, String html, String then, String... more) {
        var form = new HashMap<>(
                Map.of("kind", "guideline", "audience", "internal", "itTitle", title, "itHtml", html, "then", then));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private String newest() {
        return "/knowledge/" + articles.list(Wanted.ALL, null, 1).getFirst().id();
    }

    private static long id(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }
}
