package pronto.tickets.work;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.tickets.Ticket;
import pronto.tickets.TicketUnknown;
import pronto.tickets.Tickets;
import pronto.ui.Code;

/** Where tickets are looked up. */
@Component
class StoredTickets implements Tickets {

    private final JdbcClient db;

    StoredTickets(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Ticket ticket(long id) {
        return db.sql("select * from tickets.ticket where id = :id")
                .param("id", id)
                .query(TicketRows::ticket)
                .optional()
                .orElseThrow(() -> new TicketUnknown(Long.toString(id)));
    }

    @Override
    public Optional<Ticket> find(String code) {
        return Code.parse(code)
                .filter(parsed -> parsed.kind() == Code.Kind.TICKET)
                .flatMap(parsed -> db.sql("select * from tickets.ticket where number = :number")
                        .param("number", parsed.number())
                        .query(TicketRows::ticket)
                        .optional());
    }

    @Override
    public Ticket byCode(String code) {
        return find(code).orElseThrow(() -> new TicketUnknown(code));
    }

    @Override
    public Ticket held(String code) {
        return db.sql("select * from tickets.ticket where id = :id for update")
                .param("id", byCode(code).id())
                .query(TicketRows::ticket)
                .single();
    }

    @Override
    public List<Ticket> held(List<Long> ids) {
        var held = db
                .sql("select * from tickets.ticket where id = any(:ids) order by id for update")
                .param("ids", ids.toArray(Long[]::new))
                .query(TicketRows::ticket)
                .list()
                .stream()
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
        return ids.stream()
                .map(id -> Optional.ofNullable(held.get(id)).orElseThrow(() -> new TicketUnknown(Long.toString(id))))
                .toList();
    }

    @Override
    public Map<Long, Ticket> tickets(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : db
                        .sql("select * from tickets.ticket where id = any(:ids)")
                        .param("ids", ids.toArray(Long[]::new))
                        .query(TicketRows::ticket)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Ticket::id, Function.identity()));
    }

    @Override
    public List<Ticket> list(Filter filter, @Nullable Place after, int limit) {
        var asked = new StringBuilder(
                "select * from tickets.ticket where spam_at is " + (filter.spam() ? "not null" : "null"));
        if (filter.state() != null) {
            // In full: for a parameter the planner could not tell which partial index holds it.
            asked.append(" and state = '").append(Spelling.of(filter.state())).append('\'');
        }
        if (filter.priority() != null) {
            asked.append(" and priority = :priority");
        }
        if (filter.team() != null) {
            asked.append(" and team_id = :team");
        }
        if (filter.customer() != null) {
            asked.append(" and customer_id = :customer");
        }
        if (filter.reporter() != null) {
            asked.append(" and reporter_email = :reporter");
        }
        if (after != null) {
            asked.append(" and (opened_at, id) < (:openedAt, :id)");
        }
        asked.append(" order by opened_at desc, id desc limit :limit");
        return db.sql(filter.priority() == null || filter.state() != null ? asked.toString() : ofEachState(asked))
                .param("priority", Columns.spelled(filter.priority()))
                .param("team", filter.team())
                .param("customer", filter.customer())
                .param("reporter", filter.reporter())
                .param("openedAt", after == null ? null : after.openedAt().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(TicketRows::ticket)
                .list();
    }

    /** Of one priority in any state: the index holds them state by state, and the first of each are soon put in order. */
    private static String ofEachState(CharSequence asked) {
        return "select t.* from unnest('{waiting,inWork,waitingForCustomer,resolved,closed}'::text[]) of (state)"
                + " cross join lateral ("
                + asked.toString().replace(" where ", " where state = of.state and ")
                + ") t order by t.opened_at desc, t.id desc limit :limit";
    }

    @Override
    public List<Ticket> withMessage(String messageId, int limit) {
        return db.sql("""
                select t.* from tickets.ticket t
                 where t.id in (select m.ticket_id from tickets.message m where m.message_id = :messageId)
                 order by t.opened_at desc, t.id desc limit :limit
                """)
                .param("messageId", messageId)
                .param("limit", limit)
                .query(TicketRows::ticket)
                .list();
    }
}
