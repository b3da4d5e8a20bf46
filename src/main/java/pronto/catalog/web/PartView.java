package pronto.catalog.web;

import java.util.List;
import pronto.ui.View;

/** One part of the catalog, and what other modules know of it. */
public record PartView(PartDetails details, List<Section> sections) implements View {

    /** A piece that another module draws. */
    public record Section(String title, String path) {}
}
