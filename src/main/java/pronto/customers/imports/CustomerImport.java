package pronto.customers.imports;

import java.io.InputStream;
import java.util.Iterator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.customers.CustomerBook;
import pronto.timeline.Actor;
import pronto.ui.Refusal;

/**
 * Brings in customers from a file. A line is taken whole or not at all, and one that is refused does not keep the
 * others out. A rehearsal does everything and then undoes it.
 */
@Component
public class CustomerImport {

    private static final int LINES_AT_ONCE = 200;

    private final CustomerBook book;
    private final RowContacts contacts;
    private final TransactionTemplate chunk;
    private final TransactionTemplate line;

    CustomerImport(CustomerBook book, RowContacts contacts, PlatformTransactionManager transactions) {
        this.book = book;
        this.contacts = contacts;
        this.chunk = new TransactionTemplate(transactions);
        // A request that may be sent twice has a transaction of its own around this one, which a rehearsal must not
        // undo.
        this.chunk.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.line = new TransactionTemplate(transactions);
        this.line.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    public ImportResult take(InputStream bytes, boolean rehearsal, Actor actor) {
        var tally = new Tally();
        // Lines are compared with those before them, so that a rehearsal must not forget any until its end.
        var atOnce = rehearsal ? Integer.MAX_VALUE : LINES_AT_ONCE;
        try {
            var file = new CustomerFile(bytes);
            while (file.hasNext()) {
                chunk.executeWithoutResult(status -> {
                    take(file, atOnce, tally, actor);
                    if (rehearsal) {
                        status.setRollbackOnly();
                    }
                });
            }
        } catch (BrokenFile broken) {
            tally.refuse(broken.line(), broken);
        }
        return tally.result();
    }

    private void take(Iterator<CustomerRow> rows, int most, Tally tally, Actor actor) {
        for (var i = 0; i < most && rows.hasNext(); i++) {
            var row = rows.next();
            try {
                tally.add(line.execute(status -> take(row, actor)));
            } catch (Refusal refusal) {
                tally.refuse(row.line(), refusal);
            }
        }
    }

    private CustomerBook.Outcome take(CustomerRow row, Actor actor) {
        var written = book.put(row.code(), row.fields(), CustomerBook.ANY, actor);
        var changed = contacts.add(written.customer(), row, actor);
        return changed && written.outcome() == CustomerBook.Outcome.UNCHANGED
                ? CustomerBook.Outcome.CHANGED
                : written.outcome();
    }
}
