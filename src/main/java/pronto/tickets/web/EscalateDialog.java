package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** To which tier a ticket goes on, why, and what the next one must know. */
public record EscalateDialog(String code, List<String> reasons, List<String> skills, EscalateTeams teams)
        implements View {}
