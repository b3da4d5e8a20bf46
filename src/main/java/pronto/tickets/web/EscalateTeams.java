package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** The teams to which a ticket may go on, the likeliest first. */
public record EscalateTeams(List<Choice> teams) implements View {

    /** One team, with its tier and what it knows. */
    public record Choice(long id, String name, String tier, List<String> skills) {}
}
