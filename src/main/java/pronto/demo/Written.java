package pronto.demo;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleText;
import pronto.knowledge.Articles;
import pronto.knowledge.Articles.Draft;
import pronto.knowledge.Audience;
import pronto.staff.Staff;
import pronto.timeline.Actor;
import tools.jackson.databind.json.JsonMapper;

/** What the people of the example company found out and wrote down. */
@Component
@Profile(Demo.PROFILE)
class Written {

    /** What one of them wrote, in its versions; {@code ask} and {@code publish} say what became of the last. */
    record Paper(String audience, String by, boolean ask, boolean publish, List<Edition> versions) {}

    record Edition(
            String note, @Nullable ArticleText it, @Nullable ArticleText en) {}

    private final Articles articles;
    private final Staff staff;

    Written(Articles articles, Staff staff) {
        this.articles = articles;
        this.staff = staff;
    }

    void down() throws IOException {
        try (var file = new ClassPathResource("demo/articles.json").getInputStream()) {
            for (var paper : JsonMapper.builder().build().readValue(file, Paper[].class)) {
                write(paper);
            }
        }
    }

    private void write(Paper paper) {
        var by = who(paper.by());
        var first = articles.add(draft(paper, paper.versions().getFirst()), by);
        for (var edition : paper.versions().subList(1, paper.versions().size())) {
            articles.publish(first.id(), revision -> {}, by);
            articles.change(first.id(), draft(paper, edition), revision -> {}, by);
        }
        if (paper.ask()) {
            articles.askForReview(first.id(), revision -> {}, by);
        }
        if (paper.publish()) {
            articles.publish(first.id(), revision -> {}, who("Marta Grassi"));
        }
    }

    private Actor who(String name) {
        return staff.technicians().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .actor();
    }

    private static Draft draft(Paper paper, Edition edition) {
        var audience = paper.audience().equals("public") ? Audience.PUBLIC : Audience.INTERNAL;
        return new Draft(ArticleKind.GUIDELINE, audience, edition.it(), edition.en(), null, edition.note());
    }
}
