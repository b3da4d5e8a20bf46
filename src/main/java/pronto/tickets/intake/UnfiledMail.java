package pronto.tickets.intake;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.IncomingMails;
import pronto.runtime.Changes;
import pronto.runtime.Spelling;
import pronto.tickets.Ticket;
import pronto.ui.NotFound;

/** Mail that belongs to no ticket, until somebody finds that it should. */
@Component
public class UnfiledMail {

    private final JdbcClient db;
    private final IncomingMails mails;
    private final Filing filing;
    private final Changes changes;

    UnfiledMail(JdbcClient db, IncomingMails mails, Filing filing, Changes changes) {
        this.db = db;
        this.mails = mails;
        this.filing = filing;
        this.changes = changes;
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
                        : filing.open(mail, null, null);
        mails.filed(incoming);
        changes.record("unfiled", Long.toString(incoming));
        return ticket;
    }
}
