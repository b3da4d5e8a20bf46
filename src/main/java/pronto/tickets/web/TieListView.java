package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** The customers an unknown sender may belong to, while one types. */
public record TieListView(List<SideView.Suggestion> suggestions, String id) implements View {}
