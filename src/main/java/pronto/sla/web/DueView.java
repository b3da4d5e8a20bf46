package pronto.sla.web;

import java.util.List;
import pronto.ui.View;

/** When a promise would be due, and why. */
public record DueView(List<String> lines) implements View {}
