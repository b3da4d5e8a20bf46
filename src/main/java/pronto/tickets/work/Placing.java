package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Changes;

/** Lays messages on another ticket, and back: no word of them changes, and each remembers where it belongs. */
@Component
class Placing {

    private final JdbcClient db;
    private final Holding holding;
    private final Changes changes;

    Placing(JdbcClient db, Holding holding, Changes changes) {
        this.db = db;
        this.holding = holding;
        this.changes = changes;
    }

    /** Where what we sent lies by now; what is no message of a ticket, where the ticket leads. */
    long of(long ticket, long outgoing) {
        return db.sql("select ticket_id from tickets.message where outgoing_id = :outgoing")
                .param("outgoing", outgoing)
                .query(Long.class)
                .optional()
                .orElseGet(() -> holding.leadsTo(ticket));
    }

    List<Long> all(long ticket) {
        return db.sql("select id from tickets.message where ticket_id = :ticket order by id")
                .param("ticket", ticket)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    List<Long> placed(long act) {
        return db.sql("select message_id from tickets.placed where act_id = :act order by message_id")
                .param("act", act)
                .query((row, number) -> row.getLong("message_id"))
                .list();
    }

    void by(long act, Collection<Long> messages, long into) {
        db.sql("insert into tickets.placed (act_id, message_id) select :act, unnest(:messages::bigint[])")
                .param("act", act)
                .param("messages", messages.toArray(Long[]::new))
                .update();
        lay(messages, into);
    }

    /** The same there and back: what comes home has no other home. */
    void lay(Collection<Long> messages, long ticket) {
        var moved = messages.toArray(Long[]::new);
        db.sql("""
                update tickets.message
                   set home_ticket_id = nullif(coalesce(home_ticket_id, ticket_id), :ticket), ticket_id = :ticket
                 where id = any(:messages)
                """).param("ticket", ticket).param("messages", moved).update();
        db
                .sql("""
                update tickets.mention set ticket_id = :ticket where message_id = any(:messages)
                returning technician_id
                """)
                .param("ticket", ticket)
                .param("messages", moved)
                .query((row, number) -> row.getLong("technician_id"))
                .list()
                .stream()
                .distinct()
                .forEach(technician -> changes.record("mention", Long.toString(technician)));
    }

    /** The older of its own time and of what lies with it: nobody's report becomes younger by being put elsewhere. */
    void countAgain(long ticket) {
        db.sql("""
                with said as (
                    select count(*) as number,
                           max(received_at) filter (where automatic is null) as last_at,
                           bool_or(direction = 'in') as theirs
                      from tickets.message where ticket_id = :id and kind = 'message'),
                own as (
                    select t.id, coalesce(t.opened_itself_at, t.opened_at) as opened_at,
                           (select min(m.opened_at) from tickets.ticket m join tickets.act a
                                on a.ticket_id = m.id and a.kind = 'merge' and a.undone_at is null
                             where m.merged_into_id = t.id) as older
                      from tickets.ticket t where t.id = :id)
                update tickets.ticket t
                   set message_count = said.number,
                       last_message_at = case when said.number = 0 and t.merged_into_id is not null
                                              then t.last_message_at
                                              else coalesce(said.last_at, own.opened_at) end,
                       last_from_customer = case when said.number = 0 and t.merged_into_id is not null
                                                 then t.last_from_customer
                                                 else coalesce((select direction = 'in' from tickets.message m
                                                       where m.ticket_id = t.id and m.kind = 'message'
                                                         and m.automatic is null
                                                       order by m.id desc limit 1), said.theirs, false) end,
                       opened_at = least(own.opened_at, own.older),
                       opened_itself_at = case when own.older < own.opened_at then own.opened_at end,
                       version = t.version + 1, updated_at = :now
                  from said, own
                 where t.id = own.id
                """).param("id", ticket).param("now", utc(holding.now())).update();
    }
}
