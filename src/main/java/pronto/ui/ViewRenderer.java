package pronto.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Draws a view with the template that bears its name and lies beside it. */
@Component
public class ViewRenderer {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** For a mail or another thing that has no page around it. */
    public String render(View view, Text text) {
        var output = new StringOutput();
        draw(view, Map.of("view", view, "text", text), output);
        return output.toString();
    }

    void render(View view, Text text, Page page, TemplateOutput output) {
        if (view instanceof View.Several several) {
            several.parts().forEach(part -> render(part, text, page, output));
        } else {
            draw(view, Map.of("view", view, "text", text, "page", page), output);
        }
    }

    private void draw(View view, Map<String, Object> parameters, TemplateOutput output) {
        templates.render(templateOf(view.getClass()), parameters, output);
    }

    /** {@code pronto.tickets.web.QueueView} is drawn by {@code tickets/web/QueueView.jte}. */
    static String templateOf(Class<?> view) {
        return view.getName().replaceFirst("^pronto\\.", "").replace('.', '/') + ".jte";
    }
}
