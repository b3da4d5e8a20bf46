package pronto.knowledge.articles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.ArticleText;

/** A paragraph of an article, without its formats. */
public record Block(Shape shape, String text) {

    public enum Shape {
        TITLE,
        HEADING,
        PARAGRAPH,
        ITEM,
        QUOTE,
        CODE
    }

    private static final Set<String> PARAGRAPHS = Set.of("p", "div", "li", "h3", "pre", "blockquote", "ul", "ol", "br");

    static List<Block> of(@Nullable ArticleText text) {
        if (text == null) {
            return List.of();
        }
        var reading = new Reading();
        reading.blocks.add(new Block(Shape.TITLE, text.title()));
        Jsoup.parseBodyFragment(text.html()).body().traverse(reading);
        reading.end(Shape.PARAGRAPH);
        return reading.blocks;
    }

    private static final class Reading implements NodeVisitor {

        private final List<Block> blocks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element element && PARAGRAPHS.contains(element.normalName())) {
                end(shape(element.parent()));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && PARAGRAPHS.contains(element.normalName())) {
                end(shape(element));
            }
        }

        private void end(Shape shape) {
            var said = text.toString();
            text.setLength(0);
            if (shape == Shape.CODE) {
                said.lines().filter(line -> !line.isBlank()).forEach(line -> blocks.add(new Block(shape, line)));
            } else if (!said.isBlank()) {
                blocks.add(new Block(shape, said.strip().replaceAll("\\s+", " ")));
            }
        }

        private static Shape shape(@Nullable Element element) {
            for (var around = element; around != null; around = around.parent()) {
                switch (around.normalName()) {
                    case "pre" -> {
                        return Shape.CODE;
                    }
                    case "li" -> {
                        return Shape.ITEM;
                    }
                    case "h3" -> {
                        return Shape.HEADING;
                    }
                    case "blockquote" -> {
                        return Shape.QUOTE;
                    }
                    default -> {}
                }
            }
            return Shape.PARAGRAPH;
        }
    }
}
