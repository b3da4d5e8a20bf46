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
import pronto.staff.Personnel;
import pronto.staff.Role;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.staff.people.Known;
import pronto.staff.signin.Invitations;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Needs;
import pronto.ui.NotFound;
import pronto.ui.Right;
import pronto.ui.View;

/** Who works here. */
@Controller
@Needs(Right.ADMINISTER)
@RequestMapping("/settings/staff")
class PeopleController {

    private final Personnel personnel;
    private final Invitations invitations;
    private final Staff staff;
    private final TransactionTemplate transaction;

    PeopleController(Personnel personnel, Invitations invitations, Staff staff, TransactionTemplate transaction) {
        this.personnel = personnel;
        this.invitations = invitations;
        this.staff = staff;
        this.transaction = transaction;
    }

    @GetMapping
    View list() {
        return PeopleView.of(staff.technicians(), staff.teams(), null);
    }

    @PostMapping
    View hire(
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String role,
            @RequestParam String language,
            @RequestParam(defaultValue = "") List<Long> teams,
            Actor me) {
        var invited = transaction.execute(status -> {
            var hired = invitations.hire(email, name, Role.named(role), language, me);
            if (!teams.isEmpty()) {
                personnel.changeTeams(hired.person().id(), teams, me);
            }
            return hired;
        });
        return PeopleView.of(
                staff.technicians(),
                staff.teams(),
                new PeopleView.Invitation(invited.person().name(), invited.link()));
    }

    @GetMapping("/{id}")
    View show(@PathVariable long id, @RequestParam(required = false) @Nullable String saved) {
        return new PersonView(person(id), staff.teams(), null, saved != null);
    }

    @PostMapping("/{id}")
    View change(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String role,
            @RequestParam(defaultValue = "") List<Long> teams,
            @RequestParam(required = false) @Nullable String skills,
            @RequestParam(required = false) @Nullable String languages,
            Actor me) {
        transaction.executeWithoutResult(status -> {
            personnel.rename(id, name, me);
            personnel.changeEmail(id, email, me);
            personnel.changeRole(id, Role.named(role), me);
            personnel.changeTeams(id, teams, me);
            var there = person(id);
            personnel.changeSkills(
                    id,
                    skills == null ? there.skills() : Known.skills(Known.typed(skills)),
                    languages == null ? there.speaks() : Known.languages(Known.typed(languages)),
                    me);
        });
        return Go.to("/settings/staff/" + id + "?saved");
    }

    @PostMapping("/{id}/link")
    View invite(@PathVariable long id, Actor me) {
        return new PersonView(person(id), staff.teams(), invitations.invite(person(id), me), false);
    }

    @PostMapping("/{id}/leave")
    View leave(@PathVariable long id, Actor me) {
        personnel.leave(id, me);
        return Go.to("/settings/staff");
    }

    private Technician person(long id) {
        return staff.technician(id).orElseThrow(NotFound::new);
    }
}
