package pronto.staff.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.staff.Tier;
import pronto.staff.people.Known;
import pronto.staff.people.TeamRemoval;
import pronto.staff.people.Teams;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;

/** The teams and who is in them. */
@Controller
@Needs(Right.LEAD)
@RequestMapping("/settings/teams")
class TeamsController {

    private final Teams teams;
    private final TeamRemoval removal;
    private final Staff staff;
    private final TransactionTemplate transaction;

    TeamsController(Teams teams, TeamRemoval removal, Staff staff, TransactionTemplate transaction) {
        this.teams = teams;
        this.removal = removal;
        this.staff = staff;
        this.transaction = transaction;
    }

    @GetMapping
    View list() {
        return TeamsView.of(teams.all(), staff.technicians());
    }

    @PostMapping
    View create(@RequestParam String name, Actor me) {
        return Go.to("/settings/teams/" + teams.create(name, me).id());
    }

    @GetMapping("/{id}")
    View show(@PathVariable long id) {
        return new TeamView(
                teams.need(id),
                staff.technicians(),
                teams.all().stream().filter(other -> other.id() != id).toList());
    }

    @PostMapping("/{id}")
    View change(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") List<Long> members,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String skills,
            @RequestParam(required = false) @Nullable String languages,
            @RequestParam(required = false) @Nullable String escalatesAt,
            Actor me) {
        transaction.executeWithoutResult(status -> {
            teams.rename(id, name, me);
            teams.setMembers(id, members, me);
            var there = teams.need(id);
            teams.equip(
                    id,
                    tier == null ? there.tier() : Tier.named(tier),
                    skills == null ? there.skills() : Known.skills(Known.typed(skills)),
                    languages == null ? there.languages() : Known.languages(Known.typed(languages)),
                    me);
            if (escalatesAt != null) {
                teams.escalateAt(id, mark(escalatesAt), me);
            }
        });
        return Go.to("/settings/teams");
    }

    /** One that is not among them is none. */
    private static @Nullable Integer mark(String chosen) {
        return chosen.isBlank()
                ? null
                : Team.MARKS.stream()
                        .filter(mark -> mark.toString().equals(chosen.strip()))
                        .findFirst()
                        .orElseThrow(() -> new Invalid("unknown-mark", "escalatesAt"));
    }

    @PostMapping("/{id}/removal")
    View remove(@PathVariable long id, @RequestParam(required = false) @Nullable Long into, Actor me) {
        removal.remove(id, into, me);
        return Go.to("/settings/teams");
    }
}
