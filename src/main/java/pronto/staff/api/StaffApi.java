package pronto.staff.api;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pronto.staff.Personnel;
import pronto.staff.Role;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.staff.people.Known;
import pronto.staff.people.Technicians;
import pronto.staff.signin.Invitations;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.NotFound;
import pronto.ui.Right;
import pronto.ui.api.Cursor;
import pronto.ui.api.Given;
import pronto.ui.api.Needed;
import pronto.ui.api.OneOf;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;
import pronto.ui.api.Version;
import tools.jackson.databind.json.JsonMapper;

/** Who works here. */
@RestController
@RequestMapping("/api/v1/staff")
class StaffApi {

    private final Staff staff;
    private final Technicians technicians;
    private final Personnel personnel;
    private final Invitations invitations;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    StaffApi(
            Staff staff,
            Technicians technicians,
            Personnel personnel,
            Invitations invitations,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.staff = staff;
        this.technicians = technicians;
        this.personnel = personnel;
        this.invitations = invitations;
        this.transaction = transaction;
        this.json = json;
    }

    /** Somebody new, who gets an invitation by mail. */
    record Hiring(
            @Needed @Nullable String email,
            @Needed @Nullable String name,
            @Needed @OneOf(Role.class) @Nullable String role,
            @OneOf(names = {"en", "it"}) @Nullable String language) {}

    record Change(
            Given<String> email,
            Given<String> name,
            @OneOf(Role.class) Given<String> role,
            Given<List<String>> teams,
            Given<Boolean> away,
            Given<List<String>> skills,
            Given<List<String>> speaks) {}

    @GetMapping
    Slice<TechnicianJson> list(Paging paging) {
        var after = paging.cursor() == null ? 0 : paging.cursor().number(0);
        var teams = staff.teams();
        return paging.page(
                technicians.everybody(after, paging.fetch()),
                person -> Cursor.at(person.id()),
                person -> TechnicianJson.of(person, teams));
    }

    @GetMapping("/{id}")
    ResponseEntity<TechnicianJson> show(@PathVariable long id) {
        var shown = shown(id);
        return ResponseEntity.ok().eTag(version(shown).tag()).body(shown);
    }

    @Needs(Right.ADMINISTER)
    @PostMapping
    ResponseEntity<TechnicianJson> hire(@RequestBody Hiring hiring, Actor me) {
        var invited = invitations.hire(
                Invalid.required(hiring.email(), "email"),
                Invalid.required(hiring.name(), "name"),
                Role.named(Invalid.required(hiring.role(), "role")),
                Objects.requireNonNullElse(hiring.language(), "en"),
                me);
        var shown = shown(invited.person().id());
        return ResponseEntity.created(URI.create("/api/v1/staff/" + shown.id()))
                .eTag(version(shown).tag())
                .body(shown);
    }

    @Needs(Right.ADMINISTER)
    @PatchMapping("/{id}")
    ResponseEntity<TechnicianJson> change(
            @PathVariable long id,
            @RequestBody Change change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor me) {
        var shown = transaction.execute(status -> {
            personnel.lock(id);
            version(shown(id)).check(ifMatch);
            change.email().ifPresent(email -> personnel.changeEmail(id, Invalid.required(email, "email"), me));
            change.name().ifPresent(name -> personnel.rename(id, Invalid.required(name, "name"), me));
            change.role().ifPresent(role -> personnel.changeRole(id, Role.named(Invalid.required(role, "role")), me));
            change.teams().ifPresent(teams -> personnel.changeTeams(id, Ids.read(teams, "teams"), me));
            var there = personnel.lock(id);
            personnel.changeSkills(
                    id,
                    Known.skills(change.skills().or(there.skills())),
                    Known.languages(change.speaks().or(there.speaks())),
                    me);
            change.away().ifPresent(away -> personnel.setAway(id, Invalid.required(away, "away"), me));
            return shown(id);
        });
        return ResponseEntity.ok()
                .eTag(version(Objects.requireNonNull(shown)).tag())
                .body(shown);
    }

    /** Works here no more. */
    @Needs(Right.ADMINISTER)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor me) {
        transaction.executeWithoutResult(status -> {
            personnel.lock(id);
            version(shown(id)).check(ifMatch);
            personnel.leave(id, me);
        });
    }

    private TechnicianJson shown(long id) {
        Technician person = staff.technician(id).orElseThrow(NotFound::new);
        return TechnicianJson.of(person, staff.teams());
    }

    private Version version(TechnicianJson shown) {
        return Version.of(json.writeValueAsBytes(shown));
    }
}
