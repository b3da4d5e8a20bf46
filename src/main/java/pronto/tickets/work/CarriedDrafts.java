package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is being written on a ticket goes along when it is merged; the texts themselves stay until they are undone. */
@Component
class CarriedDrafts {

    private final JdbcClient db;
    private final Holding holding;

    CarriedDrafts(JdbcClient db, Holding holding) {
        this.db = db;
        this.holding = holding;
    }

    /** Below what the same person is writing there already. */
    void by(long act, long from, long into) {
        db.sql("""
                insert into tickets.carried_draft (
                       act_id, technician_id, kind, html_before, attachments_before, saved_before,
                       html_after, attachments_after)
                select :act, d.technician_id, d.kind, there.html, there.attachments, there.saved_at,
                       concat_ws('<p><br></p>', nullif(there.html, ''), nullif(d.html, '')),
                       coalesce(there.attachments, '[]') || d.attachments
                  from tickets.draft d
                  left join tickets.draft there on there.ticket_id = :into
                       and there.technician_id = d.technician_id and there.kind = d.kind
                 where d.ticket_id = :from and (d.html <> '' or d.attachments <> '[]')
                """).param("act", act).param("from", from).param("into", into).update();
        db.sql("""
                insert into tickets.draft (ticket_id, technician_id, kind, html, attachments, saved_at)
                select :into, technician_id, kind, html_after, attachments_after, :now
                  from tickets.carried_draft where act_id = :act
                on conflict (ticket_id, technician_id, kind) do update
                   set html = excluded.html, attachments = excluded.attachments, saved_at = excluded.saved_at
                """)
                .param("act", act)
                .param("into", into)
                .param("now", utc(holding.now()))
                .update();
    }

    /** Of a ticket that vanishes again. */
    void along(long from, long into) {
        db.sql("""
                insert into tickets.draft as there (ticket_id, technician_id, kind, html, attachments, saved_at)
                select :into, technician_id, kind, html, attachments, saved_at
                  from tickets.draft where ticket_id = :from
                on conflict (ticket_id, technician_id, kind) do update
                   set html = concat_ws('<p><br></p>', nullif(there.html, ''), nullif(excluded.html, '')),
                       attachments = there.attachments || excluded.attachments, saved_at = excluded.saved_at
                """).param("into", into).param("from", from).update();
        db.sql("delete from tickets.draft where ticket_id = :from")
                .param("from", from)
                .update();
    }

    /** What was written on since stays where it was written; what was sent from there is no draft any more. */
    void undo(long act, long from, long into) {
        db.sql("""
                delete from tickets.draft d using tickets.carried_draft c
                 where c.act_id = :act and d.ticket_id = :from
                   and d.technician_id = c.technician_id and d.kind = c.kind
                   and not exists (select from tickets.draft there
                                    where there.ticket_id = :into and there.technician_id = c.technician_id
                                      and there.kind = c.kind)
                """).param("act", act).param("from", from).param("into", into).update();
        db.sql("""
                delete from tickets.draft d using tickets.carried_draft c
                 where c.act_id = :act and c.html_before is null and d.ticket_id = :into
                   and d.technician_id = c.technician_id and d.kind = c.kind
                   and d.html = c.html_after and d.attachments = c.attachments_after
                """).param("act", act).param("into", into).update();
        db.sql("""
                update tickets.draft d
                   set html = c.html_before, attachments = c.attachments_before, saved_at = c.saved_before
                  from tickets.carried_draft c
                 where c.act_id = :act and c.html_before is not null and d.ticket_id = :into
                   and d.technician_id = c.technician_id and d.kind = c.kind
                   and d.html = c.html_after and d.attachments = c.attachments_after
                """).param("act", act).param("into", into).update();
    }
}
