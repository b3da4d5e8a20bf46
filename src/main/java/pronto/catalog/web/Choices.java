package pronto.catalog.web;

import java.util.List;
import pronto.ui.View;

/** What fits the letters typed so far, to choose one. */
public record Choices(List<Drawn> parts) implements View {}
