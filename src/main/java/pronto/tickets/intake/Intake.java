package pronto.tickets.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import pronto.channels.EmailReceived;
import pronto.channels.IncomingMails;

/**
 * Takes each mail that came in to its place, exactly once. It is read outside the transaction, so that a slow one holds
 * no connection; what fails for a while is tried again from the stored event, what can never succeed is laid where
 * people see it.
 */
@Component
class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final IncomingMails mails;
    private final Filing filing;

    Intake(IncomingMails mails, Filing filing) {
        this.mails = mails;
        this.filing = filing;
    }

    @Async
    @TransactionalEventListener
    void on(EmailReceived received) {
        if (filing.done(received.incoming())) {
            return;
        }
        var mail = mails.read(received.incoming());
        try {
            filing.file(mail);
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | DuplicateKeyException
                | TransactionException passing) {
            throw passing;
        } catch (RuntimeException lasting) {
            log.error("Mail {} cannot be filed; it lies with the unread ones", mail.id(), lasting);
            filing.layAside(mail, Place.Reason.UNREADABLE);
        }
    }
}
