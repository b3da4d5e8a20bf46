package pronto.catalog.kept;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.catalog.CatalogBook;
import pronto.catalog.PartFields;
import pronto.staff.TeamWork;
import pronto.timeline.Actor;
import pronto.ui.api.Given;

/** The parts of the catalog that a team owns, the retired ones too: they may be brought back. */
@Component
class TeamParts implements TeamWork {

    private final JdbcClient db;
    private final CatalogBook book;

    TeamParts(JdbcClient db, CatalogBook book) {
        this.db = db;
        this.book = book;
    }

    @Override
    public int open(long team) {
        return db.sql("select count(*) from catalog.part where team_id = :team")
                .param("team", team)
                .query(Integer.class)
                .single();
    }

    @Override
    public void give(long team, long to, Actor by) {
        var owner = new PartFields(
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.of(to),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent());
        db.sql("select key from catalog.part where team_id = :team order by key")
                .param("team", team)
                .query(String.class)
                .list()
                .forEach(key -> book.change(key, owner, CatalogBook.ANY, by));
    }
}
