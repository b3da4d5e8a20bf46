package pronto.customers.web;

import java.util.List;
import pronto.ui.View;

/** All of one customer: what we know of it, and what other modules add. */
public record CustomerView(CustomerDetails details, List<Section> sections) implements View {

    /** A part that another module draws. */
    public record Section(String title, String path) {}
}
