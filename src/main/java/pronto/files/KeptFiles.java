package pronto.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Bytes in the store, and a row for each in the database: the bytes come first, then the row. */
@Component
class KeptFiles implements Files {

    private final Store store;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final InstantSource time;

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

    private void writeRow(Kept kept) {
        transaction.executeWithoutResult(status -> writeRowOfHeldBytes(kept));
    }

    private void writeRowOfHeldBytes(Kept kept) {
        db.sql("""
                insert into files.file (sha256, size, stored_at) values (:sha256, :size, :now)
                on conflict (sha256) do nothing
                """)
                .param("sha256", kept.id().sha256())
                .param("size", kept.size())
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        // The sweeper holds the row's key while it removes the bytes, so that here they are either safe or gone.
        if (!store.holds(kept.id())) {
            throw new SweptAway(kept.id());
        }
    }
}
