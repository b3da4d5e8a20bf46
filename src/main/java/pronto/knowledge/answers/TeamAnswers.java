package pronto.knowledge.answers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.knowledge.Article;
import pronto.knowledge.Articles;
import pronto.knowledge.Articles.Draft;
import pronto.staff.TeamWork;
import pronto.timeline.Actor;

/** The canned answers that are offered to one team alone. */
@Component
class TeamAnswers implements TeamWork {

    private final JdbcClient db;
    private final Articles articles;

    TeamAnswers(JdbcClient db, Articles articles) {
        this.db = db;
        this.articles = articles;
    }

    @Override
    public int open(long team) {
        return db.sql("select count(*) from knowledge.article where team_id = :team and archived_at is null")
                .param("team", team)
                .query(Integer.class)
                .single();
    }

    @Override
    public void give(long team, long to, Actor by) {
        db.sql("select id from knowledge.article where team_id = :team and archived_at is null order by id")
                .param("team", team)
                .query(Long.class)
                .list()
                .forEach(id -> articles.find(id).ifPresent(article -> give(article, to, by)));
    }

    private void give(Article article, long to, Actor by) {
        articles.change(article.id(), Draft.of(article).withTeam(to), revision -> {}, by);
    }
}
