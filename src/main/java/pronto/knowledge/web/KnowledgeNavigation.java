package pronto.knowledge.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.knowledge.Article;
import pronto.knowledge.Articles;
import pronto.runtime.Spelling;
import pronto.ui.NavItem;
import pronto.ui.PaletteSource;
import pronto.ui.Reader;
import pronto.ui.Text;
import pronto.ui.Texts;

/** Where articles are found: in the navigation, and in the palette. */
@Configuration(proxyBeanMethods = false)
class KnowledgeNavigation {

    @Bean
    NavItem cannedAnswersPlace() {
        return NavItem.setting(40, "knowledge.answers", "/settings/answers", "zap");
    }

    @Bean
    NavItem knowledgePlace() {
        return NavItem.main(65, "knowledge.title", "/knowledge", "notebook-text")
                .keys("g k");
    }

    @Bean
    PaletteSource articlesInPalette(Articles articles, Texts texts) {
        return new Found(articles, texts);
    }

    private record Found(Articles articles, Texts texts) implements PaletteSource {

        private static final int MOST = 5;

        @Override
        public String title() {
            return "knowledge.title";
        }

        @Override
        public int order() {
            return 65;
        }

        @Override
        public List<Item> find(String words, Reader reader) {
            if (!reader.signedIn()) {
                return List.of();
            }
            var text = texts.of(reader);
            return articles.matching(words, Articles.Wanted.ALL, MOST).stream()
                    .map(article -> item(article, text))
                    .toList();
        }

        private static Item item(Article article, Text text) {
            return new Item(
                    "notebook-text",
                    article.title(text.language()),
                    text.of("knowledge.kind." + Spelling.of(article.kind())),
                    "/knowledge/" + article.id());
        }
    }
}
