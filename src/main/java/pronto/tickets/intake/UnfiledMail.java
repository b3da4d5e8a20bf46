package pronto.tickets.intake;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.IncomingMails;
import pronto.runtime.Changes;
import pronto.runtime.Spelling;
import pronto.tickets.Ticket;
import pronto.tickets.work.Lanes;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.NotFound;

/** Mail that belongs to no ticket, until somebody finds that it should. */
@Component
public class UnfiledMail {

    private final JdbcClient db;
    private final IncomingMails mails;
    private final Filing filing;
    private final Changes changes;
    private final Timeline timeline;
    private final InstantSource time;

    UnfiledMail(
            JdbcClient db, IncomingMails mails, Filing filing, Changes changes, Timeline timeline, InstantSource time) {
        this.db = db;
        this.mails = mails;
        this.filing = filing;
        this.changes = changes;
        this.timeline = timeline;
        this.time = time;
    }

    /** Opens a ticket for it after all; of two who press at once both get the same one. */
    @Transactional
    public Ticket open(long incoming) {
        var reason = db.sql("delete from tickets.unfiled where incoming_id = :incoming returning reason")
                .param("incoming", incoming)
                .query(String.class)
                .optional();
        if (reason.isEmpty() && !filing.done(incoming)) {
            throw new NotFound();
        }
        var mail = mails.read(incoming);
        var ticket =
                reason.filter(Spelling.of(Place.Reason.VERIFICATION)::equals).isPresent()
                        ? filing.openForOurEyes(mail)
                        : filing.open(mail);
        mails.filed(incoming);
        changes.record("unfiled", Long.toString(incoming));
        return ticket;
    }

    /** Nobody need look at it any more; it stays where it is, and can be brought back. */
    @Transactional
    public void putAway(long incoming, Lanes.PutAway because, Actor by) {
        var row = db.sql("""
                update tickets.unfiled
                   set put_away_at = :now, put_away_by = :technician, put_away_because = :because
                 where incoming_id = :incoming and put_away_at is null
                returning subject
                """)
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .param("technician", by.kind() == Actor.Kind.TECHNICIAN ? by.id() : null)
                .param("because", Spelling.of(because))
                .param("incoming", incoming)
                .query(String.class)
                .optional();
        row.ifPresent(subject -> told("mailPutAway", incoming, subject, Map.of("because", Spelling.of(because)), by));
    }

    @Transactional
    public void bringBack(long incoming, Actor by) {
        var row = db.sql("""
                update tickets.unfiled set put_away_at = null, put_away_by = null, put_away_because = null
                 where incoming_id = :incoming and put_away_at is not null
                returning subject
                """).param("incoming", incoming).query(String.class).optional();
        row.ifPresent(subject -> told("mailBroughtBack", incoming, subject, Map.of(), by));
    }

    private void told(String fact, long incoming, String subject, Map<String, String> data, Actor by) {
        var told = new HashMap<String, Object>(data);
        told.put("subject", subject);
        timeline.add("tickets." + fact, by, new Subject("unfiled", incoming), null, told);
        changes.record("unfiled", Long.toString(incoming));
    }
}
