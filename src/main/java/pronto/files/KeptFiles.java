package pronto.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.Gathered;

/** Bytes in the store, and a row for each in the database: the bytes come first, then the row. */
@Component
class KeptFiles implements Files {

    private final Store store;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final InstantSource time;
    private final Gathered<Kept> gathered = new Gathered<>(this::writeRows);

    KeptFiles(Store store, JdbcClient db, TransactionTemplate transaction, InstantSource time) {
        this.store = store;
        this.db = db;
        this.transaction = transaction;
        this.time = time;
    }

    @Override
    public Spool spool() throws IOException {
        return new RecordedSpool(store.spool(), this::writeRow);
    }

    @Override
    public InputStream open(FileId id) throws IOException {
        return store.open(id);
    }

    /** The rows of one transaction come together at its end; what is put outside of any has one of its own. */
    private void writeRow(Kept kept) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            gathered.add(kept);
        } else {
            transaction.executeWithoutResult(status -> writeRows(List.of(kept)));
        }
    }

    private void writeRows(List<Kept> kept) {
        // In one order everywhere: two that put the same files must not wait for each other.
        var sorted = kept.stream()
                .distinct()
                .sorted(Comparator.comparing(one -> one.id().sha256()))
                .toList();
        db.sql("""
                insert into files.file (sha256, size, stored_at)
                select sha256, size, :now from unnest(:hashes::text[], :sizes::bigint[]) as f (sha256, size)
                on conflict (sha256) do nothing
                """)
                .param("hashes", sorted.stream().map(one -> one.id().sha256()).toArray(String[]::new))
                .param("sizes", sorted.stream().map(Kept::size).toArray(Long[]::new))
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        // The sweeper holds the row's key while it removes the bytes, so that here they are either safe or gone.
        for (var one : sorted) {
            if (!store.holds(one.id())) {
                throw new SweptAway(one.id());
            }
        }
    }
}
