package pronto.tickets.work;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static pronto.tickets.work.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.tickets.Act;
import pronto.tickets.Acts;
import pronto.tickets.GoneOn;
import pronto.tickets.Link;
import pronto.tickets.MovedOn;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.timeline.Actor;
import pronto.ui.Refusal;

/** What was placed elsewhere by whom, and how things stood before. */
@Component
class StoredActs implements Acts {

    private static final int LINKS = 50;

    private record Linked(long ticket, Link link) {}

    private final JdbcClient db;
    private final Holding holding;

    StoredActs(JdbcClient db, Holding holding) {
        this.db = db;
        this.holding = holding;
    }

    @Override
    public List<Act> of(long ticket, int limit) {
        return db.sql("""
                select * from (
                    (select * from tickets.act where ticket_id = :ticket and undone_at is null
                      order by id desc limit :limit)
                    union all
                    (select * from tickets.act where into_id = :ticket and undone_at is null
                      order by id desc limit :limit)) a
                 order by id desc limit :limit
                """)
                .param("ticket", ticket)
                .param("limit", limit)
                .query(StoredActs::act)
                .list();
    }

    @Override
    public Optional<Act> merge(long ticket) {
        return db.sql("select * from tickets.act where ticket_id = :ticket and kind = 'merge' and undone_at is null")
                .param("ticket", ticket)
                .query(StoredActs::act)
                .optional();
    }

    @Override
    public Optional<Act> split(long ticket) {
        return db.sql("""
                select * from tickets.act
                 where kind = 'split' and undone_at is null and (into_id = :ticket or ticket_id = :ticket)
                 order by into_id = :ticket desc, id desc limit 1
                """).param("ticket", ticket).query(StoredActs::act).optional();
    }

    @Override
    public Optional<Act> move(long message) {
        return db.sql("""
                select a.* from tickets.placed p join tickets.act a on a.id = p.act_id
                 where p.message_id = :message and a.kind = 'move' and a.undone_at is null and not p.came_later
                 order by a.id desc limit 1
                """).param("message", message).query(StoredActs::act).optional();
    }

    @Override
    public Optional<Refusal> inTheWay(Act act) {
        var later = goneTo(act);
        if (later.isPresent()) {
            return later.map(MovedOn::new);
        }
        return act.kind() == Act.Kind.SPLIT && hasItsOwn(act)
                ? Optional.of(new GoneOn(code(act.into()), code(act.ticket())))
                : Optional.empty();
    }

    /** Where a message of it lies by a later act, or where one of its tickets leads to by now. */
    private Optional<String> goneTo(Act act) {
        return db.sql("""
                select coalesce(
                    (select t.code from tickets.placed mine
                       join tickets.placed other on other.message_id = mine.message_id and other.act_id > mine.act_id
                       join tickets.act a on a.id = other.act_id and a.undone_at is null
                       join tickets.ticket t on t.id = a.into_id
                      where mine.act_id = :act order by a.id desc limit 1),
                    (select i.code from tickets.ticket t join tickets.ticket i on i.id = t.merged_into_id
                      where t.id = :into or (t.id = :ticket and :apart) limit 1))
                """)
                .param("act", act.id())
                .param("ticket", act.ticket())
                .param("into", act.into())
                .param("apart", act.kind() != Act.Kind.MERGE)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    private boolean hasItsOwn(Act act) {
        return db.sql("""
                select exists (select from tickets.message m where m.ticket_id = :into
                                  and not exists (select from tickets.placed p
                                                   where p.act_id = :act and p.message_id = m.id))
                """)
                .param("into", act.into())
                .param("act", act.id())
                .query(Boolean.class)
                .single();
    }

    private String code(long ticket) {
        return db.sql("select code from tickets.ticket where id = :id")
                .param("id", ticket)
                .query(String.class)
                .single();
    }

    @Override
    public Map<Long, List<Link>> links(Collection<Long> tickets) {
        return db
                .sql("""
                select t.id, l.kind, o.code
                  from unnest(:tickets::bigint[]) of (id) join tickets.ticket t on t.id = of.id
                  cross join lateral (
                       select 'mergedInto' as kind, t.merged_into_id as other, 0 as nth
                       union all (select 'merged', m.id, 1 from tickets.ticket m where m.merged_into_id = t.id
                                     and exists (select from tickets.act a where a.ticket_id = m.id
                                                    and a.kind = 'merge' and a.undone_at is null)
                                   order by m.id limit :most)
                       union all (select 'splitFrom', a.ticket_id, 2 from tickets.act a
                                   where a.into_id = t.id and a.kind = 'split' and a.undone_at is null)
                       union all (select 'split', a.into_id, 3 from tickets.act a
                                   where a.ticket_id = t.id and a.kind = 'split' and a.undone_at is null
                                   order by a.id limit :most)
                       union all select 'continues', t.continues_ticket_id, 4
                       union all select 'claims', t.claims_ticket_id, 5
                       union all (select 'related', r.other_id, 6 from tickets.related r where r.ticket_id = t.id
                                   order by r.other_id limit :most)
                       union all (select 'related', r.ticket_id, 6 from tickets.related r where r.other_id = t.id
                                   order by r.ticket_id limit :most)) l
                  join tickets.ticket o on o.id = l.other
                 order by t.id, l.nth, o.id
                """)
                .param("tickets", tickets.toArray(Long[]::new))
                .param("most", LINKS)
                .query((row, number) -> new Linked(
                        row.getLong("id"),
                        new Link(Columns.choice(row, "kind", Link.Kind.class), row.getString("code"))))
                .list()
                .stream()
                .collect(groupingBy(Linked::ticket, mapping(Linked::link, toList())));
    }

    @Override
    public long leadsTo(long ticket) {
        return holding.leadsTo(ticket);
    }

    /** How both stand is remembered now, before anything is placed. */
    long add(Act.Kind kind, Ticket from, Ticket into, TicketState intoAfter, Actor by) {
        return db.sql("""
                insert into tickets.act (
                       kind, ticket_id, into_id, by_name, at, last_message_id, ticket_state, ticket_closed_at,
                       into_before, into_after, into_resolved_at, into_closed_at, into_resolution_kind,
                       into_resolution_text, into_resolution_evidence, into_undelivered)
                select :kind, :ticket, i.id, :by, :now,
                       coalesce((select max(id) from tickets.message where ticket_id in (:ticket, i.id)), 0),
                       :state, :closedAt, i.state, :after, i.resolved_at, i.closed_at, i.resolution_kind,
                       i.resolution_text, i.resolution_evidence, i.undelivered
                  from tickets.ticket i where i.id = :into
                returning id
                """)
                .param("kind", Spelling.of(kind))
                .param("ticket", from.id())
                .param("into", into.id())
                .param("by", by.name())
                .param("now", utc(holding.now()))
                .param("state", Spelling.of(from.state()))
                .param("closedAt", utc(from.closedAt()))
                .param("after", Spelling.of(intoAfter))
                .query(Long.class)
                .single();
    }

    /** False where somebody undid it before. */
    boolean end(long act) {
        return db.sql("update tickets.act set undone_at = :now where id = :act and undone_at is null")
                        .param("now", utc(holding.now()))
                        .param("act", act)
                        .update()
                > 0;
    }

    static Act act(ResultSet row, int number) throws SQLException {
        return new Act(
                row.getLong("id"),
                Columns.choice(row, "kind", Act.Kind.class),
                row.getLong("ticket_id"),
                row.getLong("into_id"),
                row.getString("by_name"),
                Columns.instant(row, "at"));
    }
}
