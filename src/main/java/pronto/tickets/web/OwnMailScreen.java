package pronto.tickets.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import pronto.tickets.work.CourtesyBudget;
import pronto.tickets.work.Withheld;
import pronto.ui.View;

/** What Pronto writes by itself: how much of it within the last hour, and what it did not write. */
@Controller
class OwnMailScreen {

    private static final int DOMAINS = 10;
    private static final int LETTERS = 100;

    private final CourtesyBudget budget;
    private final Withheld withheld;

    OwnMailScreen(CourtesyBudget budget, Withheld withheld) {
        this.budget = budget;
        this.withheld = withheld;
    }

    @GetMapping("/settings/automatic")
    View show() {
        return new OwnMailView(
                budget.total(),
                budget.domains(DOMAINS),
                withheld.latest(LETTERS).stream()
                        .map(letter -> new OwnMailView.Row(
                                letter.ticket(),
                                Lane.ALL.path(letter.ticket()),
                                letter.address(),
                                "tickets.automatic.why." + letter.reason().name(),
                                letter.at()))
                        .toList());
    }
}
