package pronto.staff.api;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pronto.staff.Tier;
import pronto.staff.people.Known;
import pronto.staff.people.TeamRemoval;
import pronto.staff.people.Teams;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.api.Given;
import pronto.ui.api.Needed;
import pronto.ui.api.OneOf;
import pronto.ui.api.Slice;

/** The teams. */
@RestController
@RequestMapping("/api/v1/teams")
class TeamsApi {

    private final Teams teams;
    private final TeamRemoval removal;
    private final TransactionTemplate transaction;

    TeamsApi(Teams teams, TeamRemoval removal, TransactionTemplate transaction) {
        this.teams = teams;
        this.removal = removal;
        this.transaction = transaction;
    }

    record New(@Needed @Nullable String name) {}

    record Change(
            Given<String> name,
            Given<List<String>> members,
            @OneOf(names = {"1", "2", "3", "specialist"}) Given<String> tier,
            Given<List<String>> skills,
            Given<List<String>> languages,
            Given<Integer> escalatesAt) {}

    @GetMapping
    Slice<TeamJson> list() {
        return Slice.whole(teams.all().stream().map(TeamJson::of).toList());
    }

    @GetMapping("/{id}")
    TeamJson show(@PathVariable long id) {
        return TeamJson.of(teams.need(id));
    }

    @Needs(Right.LEAD)
    @PostMapping
    ResponseEntity<TeamJson> create(@RequestBody New team, Actor me) {
        var made = TeamJson.of(teams.create(Invalid.required(team.name(), "name"), me));
        return ResponseEntity.created(URI.create("/api/v1/teams/" + made.id())).body(made);
    }

    @Needs(Right.LEAD)
    @PatchMapping("/{id}")
    TeamJson change(@PathVariable long id, @RequestBody Change change, Actor me) {
        return Objects.requireNonNull(transaction.execute(status -> {
            change.name().ifPresent(name -> teams.rename(id, Invalid.required(name, "name"), me));
            change.escalatesAt().ifPresent(mark -> teams.escalateAt(id, mark, me));
            change.members().ifPresent(members -> teams.setMembers(id, Ids.read(members, "members"), me));
            var there = teams.need(id);
            return TeamJson.of(teams.equip(
                    id,
                    change.tier().present()
                            ? Tier.named(Invalid.required(change.tier().or(null), "tier"))
                            : there.tier(),
                    Known.skills(change.skills().or(there.skills())),
                    Known.languages(change.languages().or(there.languages())),
                    me));
        }));
    }

    /** What it still has to do goes to the team {@code into}; without one, it must have nothing left. */
    @Needs(Right.LEAD)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @RequestParam(required = false) @Nullable Long into, Actor me) {
        removal.remove(id, into, me);
    }
}
