package pronto.customers.imports;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private static final int MOST_FAULTS = 10;

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
        var lines = new LinesByCode();
        // Lines are compared with those before them, so that a rehearsal must not forget any until its end.
        var atOnce = rehearsal ? Integer.MAX_VALUE : LINES_AT_ONCE;
        try {
            var file = new CustomerFile(bytes);
            while (file.hasNext()) {
                chunk.executeWithoutResult(status -> {
                    take(file, atOnce, lines, tally, actor);
                    if (rehearsal) {
                        status.setRollbackOnly();
                    }
                });
            }
        } catch (BrokenFile broken) {
            tally.refuse(broken.line(), List.of(broken));
        }
        return tally.result();
    }

    private void take(Iterator<CustomerRow> rows, int most, LinesByCode lines, Tally tally, Actor actor) {
        for (var i = 0; i < most && rows.hasNext(); i++) {
            var row = rows.next();
            var twice = lines.twice(row);
            if (twice != null) {
                tally.refuse(row.line(), List.of(twice));
                continue;
            }
            try {
                tally.add(line.execute(status -> take(row, actor)));
            } catch (Refusal refusal) {
                tally.refuse(row.line(), faults(row, refusal, actor));
            }
        }
    }

    /** All that is wrong with the line: each fault is thought away, until it would be taken. */
    private List<Refusal> faults(CustomerRow row, Refusal first, Actor actor) {
        var faults = new ArrayList<>(List.of(first));
        var rest = row.without(first);
        while (rest != null && faults.size() < MOST_FAULTS) {
            var tried = rest;
            var next = line.execute(status -> {
                status.setRollbackOnly();
                try {
                    take(tried, actor);
                    return Optional.<Refusal>empty();
                } catch (Refusal refusal) {
                    return Optional.of(refusal);
                }
            });
            if (next.isEmpty() || faults.stream().anyMatch(fault -> same(fault, next.get()))) {
                break;
            }
            faults.add(next.get());
            rest = tried.without(next.get());
        }
        return faults;
    }

    private static boolean same(Refusal one, Refusal other) {
        return one.getMessage().equals(other.getMessage()) && Objects.equals(one.field(), other.field());
    }

    private CustomerBook.Outcome take(CustomerRow row, Actor actor) {
        var written = book.put(row.code(), row.fields(), CustomerBook.ANY, actor);
        var changed = contacts.add(written.customer(), row, actor);
        return changed && written.outcome() == CustomerBook.Outcome.UNCHANGED
                ? CustomerBook.Outcome.CHANGED
                : written.outcome();
    }
}
