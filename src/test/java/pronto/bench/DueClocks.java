package pronto.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Many tickets whose promises all run down in the same second, and what became of them. */
public final class DueClocks {

    private DueClocks() {}

    /** Tickets with a pickup promised around the clock within so many seconds from now. */
    public static void write(Connection database, int many, int seconds) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(
                    "insert into staff.team (name, created_at) select 'Support', clock_timestamp() where not exists (select from staff.team)");
            statement.execute("""
                    with team as (
                        select min(id) as id from staff.team
                    ), ticket as (
                        insert into tickets.ticket (number, code, subject, channel, report_key, opened_at, recognition_how,
                               recognition_trust, language, team_id, last_message_at, updated_at)
                        select 9000000 + n, 'T-' || (9000000 + n) || 'X', 'Due together', 'api', 'due-' || n,
                               date_trunc('second', clock_timestamp()), 'none', 'unverified', 'en', team.id,
                               clock_timestamp(), clock_timestamp()
                          from generate_series(1, %1$d) n, team
                        returning id, opened_at
                    )
                    insert into tickets.clock (ticket_id, kind, started_at, ledger, state, due_at, next_at)
                    select id, 'pickup', opened_at,
                           jsonb_build_array(jsonb_build_object(
                               'at', to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                               'turn', 'started', 'cause', 'opened', 'seconds', %2$d, 'hours', 'always')),
                           'running', opened_at + interval '%2$d seconds', opened_at + interval '%2$d seconds' / 2
                      from ticket
                    """.formatted(many, seconds));
        }
    }

    /** How many marks and entries there are, how many of them twice or early, and how late the last of each was. */
    public static Map<String, Object> told(Connection database) throws SQLException {
        var told = new LinkedHashMap<String, Object>();
        for (var percent : new int[] {50, 75, 90, 100}) {
            told.put(
                    percent + "%",
                    number(database, "select count(*) from tickets.clock_mark where percent = " + percent));
        }
        told.put("early", number(database, "select count(*) from tickets.clock_mark where told_at < passed_at"));
        told.put("twice", number(database, """
                select count(*) from (select subject_id, data ->> 'percent' from timeline.entry
                 where kind in ('tickets.promiseWarned', 'tickets.promiseBroken')
                 group by 1, 2 having count(*) > 1) as twice
                """));
        told.put("entries", number(database, """
                select count(*) from timeline.entry where kind in ('tickets.promiseWarned', 'tickets.promiseBroken')
                """));
        told.put("latest ms", number(database, """
                select coalesce(max(extract(epoch from m.told_at - m.passed_at)) * 1000, 0)::bigint from tickets.clock_mark m
                """));
        told.put("latest entry ms", number(database, """
                select coalesce(max(extract(epoch from e.at - m.passed_at)) * 1000, 0)::bigint
                  from timeline.entry e
                  join tickets.clock c on c.ticket_id = e.subject_id
                  join tickets.clock_mark m on m.clock_id = c.id and m.percent = (e.data ->> 'percent')::int
                 where e.kind in ('tickets.promiseWarned', 'tickets.promiseBroken')
                """));
        return told;
    }

    public static long marks(Connection database) throws SQLException {
        return number(database, "select count(*) from tickets.clock_mark");
    }

    private static long number(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
