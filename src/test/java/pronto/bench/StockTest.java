package pronto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pronto.runtime.database.TestDatabases;

class StockTest {

    private static final int TICKETS = 300;

    /** What a newer schema asks for is missed here first, and not after half an hour of loading. */
    @Test
    void whoever_measures_the_queue_gets_years_of_tickets_in_todays_schema() throws Exception {
        var database = TestDatabases.fresh();
        try (var owner = TestDatabases.asOwner(database)) {
            // The first team is made by the program as it starts for the first time.
            owner.createStatement().execute("insert into staff.team (name, created_at) values ('Support', now())");
            var indexes = indexes(owner);

            new Stock(() -> TestDatabases.asOwner(database), TICKETS).fill();

            assertThat(count(owner, "tickets.ticket")).isEqualTo(TICKETS + 1);
            assertThat(count(owner, "tickets.message")).isGreaterThanOrEqualTo(TICKETS * Years.SAID);
            assertThat(indexes(owner)).containsExactlyElementsOf(indexes);
            assertThat(danglingLinks(owner)).isEmpty();
        }
    }

    private static List<String> indexes(Connection owner) throws SQLException {
        return Stock.texts(
                owner,
                "select indexname from pg_indexes where schemaname not like 'pg_%' order by schemaname, indexname");
    }

    private static long count(Connection owner, String table) throws SQLException {
        return Long.parseLong(
                Stock.texts(owner, "select count(*) from " + table).getFirst());
    }

    /** Foreign keys of one column whose row points nowhere: nothing was asked while the rows were copied. */
    private static List<String> danglingLinks(Connection owner) throws SQLException {
        var questions = Stock.texts(owner, """
                select format('select %1$L from %2$s a where a.%3$I is not null'
                              || ' and not exists (select from %4$s b where b.%5$I = a.%3$I) limit 1',
                              c.conname, c.conrelid::regclass, a.attname, c.confrelid::regclass, b.attname)
                  from pg_constraint c
                  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                  join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
                 where c.contype = 'f' and cardinality(c.conkey) = 1
                """);
        var wrong = new ArrayList<String>();
        for (var question : questions) {
            wrong.addAll(Stock.texts(owner, question));
        }
        return wrong;
    }
}
