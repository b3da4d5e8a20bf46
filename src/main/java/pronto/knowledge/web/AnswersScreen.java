package pronto.knowledge.web;

import static java.util.stream.Collectors.toMap;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.knowledge.CannedAnswers;
import pronto.knowledge.CannedAnswers.Draft;
import pronto.staff.Me;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.NotFound;
import pronto.ui.Right;
import pronto.ui.View;
import pronto.ui.api.Version;

/** Canned answers: everybody reads them, who leads writes them. */
@Controller
@RequestMapping("/settings/answers")
class AnswersScreen {

    private static final int SHOWN = 500;

    private final CannedAnswers answers;
    private final Staff staff;

    AnswersScreen(CannedAnswers answers, Staff staff) {
        this.answers = answers;
        this.staff = staff;
    }

    @GetMapping
    View list(Me me) {
        var teams = staff.teams().stream().collect(toMap(Team::id, Function.identity()));
        var shown = me.may(Right.LEAD)
                ? answers.matching("", me.person().language(), SHOWN)
                : answers.offered("", me.person().language(), me.person().teams(), SHOWN);
        return AnswersView.of(shown, teams, me.may(Right.LEAD));
    }

    @GetMapping("/new")
    @Needs(Right.LEAD)
    View blank() {
        return new AnswerView(null, staff.teams(), true);
    }

    @PostMapping
    @Needs(Right.LEAD)
    View add(
            @RequestParam String name,
            @RequestParam String language,
            @RequestParam String html,
            @RequestParam @Nullable Long team,
            Actor me) {
        answers.add(draft(name, language, html, team), me);
        return Go.to("/settings/answers");
    }

    @GetMapping("/{id}")
    View show(@PathVariable long id, Me me) {
        return new AnswerView(answers.find(id).orElseThrow(NotFound::new), staff.teams(), me.may(Right.LEAD));
    }

    @PostMapping("/{id}")
    @Needs(Right.LEAD)
    View change(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam String language,
            @RequestParam String html,
            @RequestParam @Nullable Long team,
            @RequestParam int version,
            Actor me) {
        answers.change(
                id,
                draft(name, language, html, team),
                there -> Version.of(there).check(Version.of(version).tag()),
                me);
        return Go.to("/settings/answers");
    }

    @PostMapping("/{id}/archiving")
    @Needs(Right.LEAD)
    View archive(@PathVariable long id, Actor me) {
        answers.archive(id, version -> {}, me);
        return Go.to("/settings/answers");
    }

    private Draft draft(String name, String language, String html, @Nullable Long team) {
        if (team != null && staff.team(team).filter(there -> !there.removed()).isEmpty()) {
            throw new Invalid("team-unknown", "team");
        }
        return new Draft(name, language, html, team);
    }
}
