package pronto.runtime.changes;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pronto.runtime.Changes;

/** Writes the changes of one transaction with one statement as its last, and wakes the feed after the commit. */
@Component
class ChangeLog implements Changes {

    private record What(String topic, String key) {}

    private final JdbcClient database;
    private final InstantSource clock;
    private final Bell bell;

    ChangeLog(JdbcClient database, InstantSource clock, Bell bell) {
        this.database = database;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public void record(String topic, String key) {
        var what = new What(topic, key);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(List.of(what));
            bell.ring();
            return;
        }
        var open = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .filter(pending -> pending.log() == this)
                .findFirst();
        open.orElseGet(this::begin).add(what);
    }

    private Pending begin() {
        var pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private void write(List<What> changes) {
        database.sql("""
                        insert into runtime.change (topic, key, at)
                        select topic, key, :at from unnest(:topics::text[], :keys::text[]) as w(topic, key)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("topics", changes.stream().map(What::topic).toArray(String[]::new))
                .param("keys", changes.stream().map(What::key).toArray(String[]::new))
                .update();
    }

    /** What one transaction has changed so far. */
    private final class Pending implements TransactionSynchronization {

        private final Set<What> changes = new LinkedHashSet<>();
        private boolean written;

        ChangeLog log() {
            return ChangeLog.this;
        }

        void add(What what) {
            // Somebody who changes things while the transaction is already closing.
            if (written) {
                write(List.of(what));
            } else {
                changes.add(what);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            write(new ArrayList<>(changes));
        }

        @Override
        public void afterCommit() {
            bell.ring();
        }
    }
}
