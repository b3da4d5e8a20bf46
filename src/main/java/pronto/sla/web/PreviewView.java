package pronto.sla.web;

import java.util.List;
import pronto.ui.View;

/** What saving would change, and whom it touches. */
public record PreviewView(List<Change> changes, int more, List<String> touches) implements View {

    /** One thing, as it is and as it would be. */
    public record Change(String what, String was, String is) {}
}
