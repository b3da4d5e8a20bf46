package pronto.tickets.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.tickets.Escalations;
import pronto.ui.NavItem;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;

/** The tickets that came back too often, for who leads. */
@Controller
@Needs(Right.LEAD)
class BouncedScreen {

    private static final int SHOWN = 50;
    private static final int EXPLAINED = 10;
    private static final int MOST = 100;

    private final Escalations escalations;
    private final Staff staff;

    BouncedScreen(Escalations escalations, Staff staff) {
        this.escalations = escalations;
        this.staff = staff;
    }

    @GetMapping("/bounced")
    View show() {
        return new BouncedView(
                escalations.bounced(SHOWN).stream().map(this::row).toList());
    }

    private BouncedView.Row row(Escalations.Bounced one) {
        var ticket = one.ticket();
        return new BouncedView.Row(
                ticket.code(),
                ticket.subject(),
                ticket.priority(),
                name(ticket.team()),
                one.times(),
                ticket.openedAt(),
                Lane.ALL.path(ticket.code()),
                one.bounces().stream()
                        .limit(EXPLAINED)
                        .map(bounce -> HandOverView.Passage.of(bounce, name(bounce.fromTeam()), name(bounce.toTeam())))
                        .toList());
    }

    private String name(long team) {
        return staff.team(team).map(Team::name).orElse("");
    }

    /** Where it stands in the navigation of those who lead. */
    @Configuration(proxyBeanMethods = false)
    static class Place {

        private static final Set<String> LEADING = Set.of("lead", "manager", "administrator");

        @Bean
        NavItem bouncedPlace(Escalations escalations) {
            return NavItem.view(45, "tickets.nav.bounced", "/bounced")
                    .only(LEADING.toArray(String[]::new))
                    .counting(
                            reader -> {
                                if (reader.role() == null || !LEADING.contains(reader.role())) {
                                    return null;
                                }
                                var many = escalations.howManyBounced(MOST);
                                return many == 0 ? null : many == MOST ? "99+" : Integer.toString(many);
                            },
                            "ticket");
        }
    }
}
