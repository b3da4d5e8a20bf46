package pronto.tickets.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that the database holds of some tickets, to be compared with itself later; only how often they changed is left out. */
record AsBefore(Map<String, List<String>> rows) {

    static AsBefore of(JdbcClient db, List<Long> tickets) {
        var rows = new TreeMap<String, List<String>>();
        rows.put("ticket", rows(db, """
                select (to_jsonb(t) - 'version' - 'updated_at')::text as row from tickets.ticket t
                 where t.id = any(:ids) order by t.id
                """, tickets));
        rows.put("message", rows(db, """
                select to_jsonb(m)::text as row from tickets.message m where m.ticket_id = any(:ids) order by m.id
                """, tickets));
        for (var table : List.of("participant", "copied", "draft", "mention")) {
            rows.put(table, rows(db, """
                    select (to_jsonb(x) - '%s')::text as row from tickets.%s x where x.ticket_id = any(:ids)
                     order by 1
                    """.formatted(table.equals("draft") ? "saved_at" : "", table), tickets));
        }
        return new AsBefore(rows);
    }

    private static List<String> rows(JdbcClient db, String question, List<Long> tickets) {
        return new ArrayList<>(db.sql(question)
                .param("ids", tickets.toArray(Long[]::new))
                .query((row, number) -> row.getString("row"))
                .list());
    }
}
