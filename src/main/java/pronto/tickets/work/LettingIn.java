package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who comes along with messages takes part where these lie, and no longer when they go back. */
@Component
class LettingIn {

    private final JdbcClient db;
    private final Holding holding;

    LettingIn(JdbcClient db, Holding holding) {
        this.db = db;
        this.holding = holding;
    }

    List<String> everybody(long ticket) {
        return db.sql("select address from tickets.participant where ticket_id = :ticket")
                .param("ticket", ticket)
                .query((row, number) -> row.getString("address"))
                .list();
    }

    /** Those of the ticket's participants who wrote or received one of these. */
    List<String> ofMessages(long ticket, Collection<Long> messages) {
        return db.sql("""
                with people as (
                    select lower(from_address) as address from tickets.message where id = any(:messages)
                    union
                    select lower(one ->> 'address') from tickets.message,
                           jsonb_array_elements(to_addresses || cc_addresses) one where id = any(:messages))
                select p.address from tickets.participant p
                 where p.ticket_id = :ticket and lower(p.address) in (select address from people)
                """)
                .param("ticket", ticket)
                .param("messages", messages.toArray(Long[]::new))
                .query((row, number) -> row.getString("address"))
                .list();
    }

    void by(long act, long from, long into, Collection<String> addresses) {
        var people = addresses.toArray(String[]::new);
        // Whoever takes part by another act too is remembered by both: the last one that is undone takes them off.
        db.sql("""
                insert into tickets.let_in (act_id, address, takes_part, waited_name, waited_at, refused_at)
                select :act, p.address, true, c.name, c.at, c.refused_at
                  from tickets.participant p
                  left join tickets.copied c on c.ticket_id = :into and c.address = p.address
                 where p.ticket_id = :from and p.address = any(:people)
                   and (not exists (select from tickets.participant there
                                     where there.ticket_id = :into and there.address = p.address)
                        or exists (select from tickets.let_in l join tickets.act a on a.id = l.act_id
                                    where a.into_id = :into and a.undone_at is null
                                      and l.address = p.address and l.takes_part))
                """)
                .param("act", act)
                .param("from", from)
                .param("into", into)
                .param("people", people)
                .update();
        db.sql("delete from tickets.copied where ticket_id = :into and address = any(:people)")
                .param("into", into)
                .param("people", people)
                .update();
        db.sql("""
                insert into tickets.participant (ticket_id, address, name, role, added_at)
                select :into, address, name, case role when 'reporter' then 'added' else role end, :now
                  from tickets.participant where ticket_id = :from and address = any(:people)
                on conflict do nothing
                """)
                .param("into", into)
                .param("from", from)
                .param("people", people)
                .param("now", utc(holding.now()))
                .update();
    }

    /** Who waits to be let in waits where the conversation goes on. */
    void waiting(long act, long from, long into) {
        db.sql("""
                with coming as (
                    insert into tickets.copied (ticket_id, address, name, at)
                    select :into, c.address, c.name, c.at from tickets.copied c
                     where c.ticket_id = :from and c.refused_at is null
                       and not exists (select from tickets.participant p
                                        where p.ticket_id = :into and p.address = c.address)
                    on conflict do nothing returning address)
                insert into tickets.let_in (act_id, address, takes_part) select :act, address, false from coming
                on conflict do nothing
                """).param("act", act).param("from", from).param("into", into).update();
    }

    /** Who was written to from there meanwhile goes on taking part: their answer shall find it. */
    void undo(long act, long into, long lastMessage) {
        db.sql("""
                update tickets.let_in other
                   set waited_name = mine.waited_name, waited_at = mine.waited_at, refused_at = mine.refused_at
                  from tickets.let_in mine, tickets.act a
                 where mine.act_id = :act and mine.takes_part and mine.waited_at is not null
                   and other.address = mine.address and other.takes_part and other.act_id = a.id
                   and a.id = (select min(b.id) from tickets.act b join tickets.let_in l on l.act_id = b.id
                                where b.into_id = :into and b.undone_at is null and b.id <> :act
                                  and l.address = mine.address and l.takes_part)
                """).param("act", act).param("into", into).update();
        db.sql("""
                with gone as (
                    delete from tickets.participant p using tickets.let_in l
                     where l.act_id = :act and l.takes_part and p.ticket_id = :into and p.address = l.address
                       and p.role <> 'reporter'
                       and not exists (select from tickets.let_in o join tickets.act a on a.id = o.act_id
                                        where a.into_id = :into and a.undone_at is null and a.id <> :act
                                          and o.address = l.address and o.takes_part)
                       and not exists (select from tickets.message m
                                        where m.ticket_id = :into and m.id > :last and m.direction = 'out'
                                          and m.kind = 'message' and m.home_ticket_id is null
                                          and (m.to_addresses || m.cc_addresses)
                                              @> jsonb_build_array(jsonb_build_object('address', l.address)))
                    returning l.address, l.waited_name, l.waited_at, l.refused_at)
                insert into tickets.copied (ticket_id, address, name, at, refused_at)
                select :into, address, waited_name, waited_at, refused_at from gone where waited_at is not null
                on conflict do nothing
                """)
                .param("act", act)
                .param("into", into)
                .param("last", lastMessage)
                .update();
        db.sql("""
                delete from tickets.copied c using tickets.let_in l
                 where l.act_id = :act and not l.takes_part and c.ticket_id = :into and c.address = l.address
                   and c.refused_at is null
                """).param("act", act).param("into", into).update();
    }
}
