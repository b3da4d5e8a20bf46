package pronto.tickets.work;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.search.Document;
import pronto.search.SearchSource;
import pronto.tickets.Ticket;

/** Tickets as they can be found: title, everything said on them, and what is looked up whole. */
@Component
class TicketSearch implements SearchSource {

    /** Of one ticket; a conversation that is longer is found by what was said last. */
    private static final int LONGEST = 100_000;

    private static final int MESSAGES = 200;

    private record Within(long ticket, String code, String subject) {}

    private record Said(long ticket, String words, List<String> exact) {}

    private final JdbcClient db;

    TicketSearch(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return Trace.KIND;
    }

    @Override
    public List<Document> load(Collection<Long> ids) {
        var tickets = db.sql(
                        "select * from tickets.ticket where id = any(:ids) and spam_at is null and merged_into_id is null")
                .param("ids", ids.toArray(Long[]::new))
                .query(TicketRows::ticket)
                .list();
        var found = tickets.stream().map(Ticket::id).toList();
        var said = said(found);
        var within = within(found);
        return tickets.stream()
                .map(ticket -> document(
                        ticket,
                        said.getOrDefault(ticket.id(), new Said(ticket.id(), "", List.of())),
                        within.getOrDefault(ticket.id(), List.of())))
                .toList();
    }

    private Map<Long, Said> said(List<Long> tickets) {
        return db
                .sql("""
                select t.id, left(string_agg(m.words, E'\\n' order by m.id desc), :longest) as words,
                       array_agg(distinct m.message_id) filter (where m.message_id is not null) as ids,
                       array_agg(distinct m.from_address) filter (where m.from_address is not null) as senders
                  from unnest(:tickets::bigint[]) t (id)
                  cross join lateral (
                       select id, message_id, from_address,
                              concat_ws(E'\\n', from_name, left(full_text, :longest)) as words
                         from tickets.message where ticket_id = t.id order by id desc limit :messages) m
                 group by t.id
                """)
                .param("longest", LONGEST)
                .param("messages", MESSAGES)
                .param("tickets", tickets.toArray(Long[]::new))
                .query(TicketSearch::said)
                .list()
                .stream()
                .collect(toMap(Said::ticket, one -> one));
    }

    /** Whoever looks for a ticket that was merged finds the one that goes on. */
    private Map<Long, List<Within>> within(List<Long> tickets) {
        return db
                .sql("""
                with recursive way as (
                    select t.id as ticket, m.id, m.code, m.subject
                      from unnest(:tickets::bigint[]) t (id) join tickets.ticket m on m.merged_into_id = t.id
                    union all
                    select way.ticket, m.id, m.code, m.subject
                      from way join tickets.ticket m on m.merged_into_id = way.id)
                select ticket, code, subject from way order by ticket, id limit :most
                """)
                .param("tickets", tickets.toArray(Long[]::new))
                .param("most", MESSAGES * Math.max(1, tickets.size()))
                .query((row, number) ->
                        new Within(row.getLong("ticket"), row.getString("code"), row.getString("subject")))
                .list()
                .stream()
                .collect(groupingBy(Within::ticket));
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        var exact = new ArrayList<String>();
        for (var column : List.of("ids", "senders")) {
            if (row.getArray(column) != null) {
                exact.addAll(Columns.strings(row, column));
            }
        }
        return new Said(row.getLong("id"), row.getString("words"), exact);
    }

    private static Document document(Ticket ticket, Said said, List<Within> within) {
        var exact = new ArrayList<>(said.exact());
        exact.add(ticket.code());
        within.forEach(merged -> exact.add(merged.code()));
        var reporter = ticket.reporter();
        if (reporter.email() != null) {
            exact.add(reporter.email());
        }
        if (reporter.phone() != null) {
            exact.add(reporter.phone());
        }
        return new Document(
                Trace.KIND,
                ticket.id(),
                ticket.subject(),
                reporter.display() + "\n" + titles(within) + said.words(),
                exact.stream().distinct().toList(),
                ticket.customer(),
                ticket.team(),
                List.of("state:" + Spelling.of(ticket.state()), ticket.state().open() ? "open" : "over"),
                ticket.lastMessageAt());
    }

    private static String titles(List<Within> within) {
        return within.stream().map(merged -> merged.subject() + "\n").collect(joining());
    }

    @Override
    public List<Long> idsAfter(long id, int limit) {
        return db.sql("select id from tickets.ticket where id > :id order by id limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> row.getLong("id"))
                .list();
    }
}
