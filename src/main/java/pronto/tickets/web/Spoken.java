package pronto.tickets.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import org.jsoup.nodes.Entities;
import pronto.customers.NumberInText;

/** Plain words, in which a telephone number is dialled by pressing it. */
public record Spoken(String words, List<NumberInText> numbers) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        int at = 0;
        for (var one : numbers) {
            output.writeContent(Entities.escape(words.substring(at, one.start())));
            output.writeContent("<a href=\"tel:" + one.number() + "\">"
                    + Entities.escape(words.substring(one.start(), one.end())) + "</a>");
            at = one.end();
        }
        output.writeContent(Entities.escape(words.substring(at)));
    }

    public boolean isBlank() {
        return words.isBlank();
    }
}
