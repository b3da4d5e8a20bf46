package pronto.knowledge.answers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.knowledge.CannedAnswer;
import pronto.knowledge.CannedAnswers;
import pronto.knowledge.CannedAnswers.Draft;
import pronto.staff.TeamWork;
import pronto.timeline.Actor;

/** The canned answers that are offered to one team alone. */
@Component
class TeamAnswers implements TeamWork {

    private final JdbcClient db;
    private final CannedAnswers answers;

    TeamAnswers(JdbcClient db, CannedAnswers answers) {
        this.db = db;
        this.answers = answers;
    }

    @Override
    public int open(long team) {
        return db.sql("select count(*) from knowledge.canned_answer where team_id = :team and archived_at is null")
                .param("team", team)
                .query(Integer.class)
                .single();
    }

    @Override
    public void give(long team, long to, Actor by) {
        db.sql("select id from knowledge.canned_answer where team_id = :team and archived_at is null order by id")
                .param("team", team)
                .query(Long.class)
                .list()
                .forEach(id -> answers.find(id).ifPresent(answer -> give(answer, to, by)));
    }

    private void give(CannedAnswer answer, long to, Actor by) {
        answers.change(answer.id(), new Draft(answer.name(), answer.language(), answer.html(), to), version -> {}, by);
    }
}
