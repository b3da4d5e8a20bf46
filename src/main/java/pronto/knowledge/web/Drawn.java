package pronto.knowledge.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import pronto.knowledge.articles.RichText;

/** Text with formats, drawn in the page itself: it was made safe when it was kept, and is made so again. */
public record Drawn(String html) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(RichText.drawn(html));
    }
}
