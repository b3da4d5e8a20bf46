package pronto.tickets.clocks;

import java.time.InstantSource;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.Changes;

/** Reckons a ticket's clocks anew for a reason outside the ticket: it is held, and who looks at it sees it change. */
@Component
class OpenTickets {

    private final JdbcClient db;
    private final InstantSource time;
    private final Changes changes;
    private final TransactionTemplate transaction;

    OpenTickets(JdbcClient db, InstantSource time, Changes changes, PlatformTransactionManager manager) {
        this.db = db;
        this.time = time;
        this.changes = changes;
        this.transaction = new TransactionTemplate(manager);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** In a transaction of its own; {@code anew} says whether anything became different. */
    void reckon(long ticket, LongPredicate anew) {
        transaction.executeWithoutResult(_ -> {
            db.sql("select id from tickets.ticket where id = :id for update")
                    .param("id", ticket)
                    .query(Long.class)
                    .single();
            if (anew.test(ticket)) {
                db.sql("update tickets.ticket set version = version + 1, updated_at = :now where id = :id")
                        .param("now", StoredClocks.utc(time.instant()))
                        .param("id", ticket)
                        .update();
                changes.record("ticket", Long.toString(ticket));
            }
        });
    }
}
