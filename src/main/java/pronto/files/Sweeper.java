package pronto.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes bytes that were put for a row which never came. */
@Component
class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final int AT_ONCE = 500;

    private final Store store;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Sweeper(Store store, JdbcClient db, TransactionTemplate transaction) {
        this.store = store;
        this.db = db;
        this.transaction = transaction;
    }

    /** Looks at what was put before {@code cutoff}, by the clock of the machine that holds the bytes. */
    int sweep(Instant cutoff) throws IOException {
        var removed = new Count();
        var batch = new ArrayList<FileId>();
        store.walkOlderThan(cutoff, id -> {
            batch.add(id);
            if (batch.size() == AT_ONCE) {
                removed.add(sweep(batch, cutoff));
                batch.clear();
            }
        });
        removed.add(sweep(batch, cutoff));
        if (removed.value > 0) {
            log.info("Removed {} files that no row names", removed.value);
        }
        return removed.value;
    }

    private int sweep(List<FileId> batch, Instant cutoff) {
        return (int) withoutRow(batch).stream()
                .filter(id -> removeUnlessPutAgain(id, cutoff))
                .count();
    }

    private List<FileId> withoutRow(List<FileId> batch) {
        return db.sql("""
                select sha256 from unnest(:hashes::text[]) as h (sha256)
                 where not exists (select from files.file f where f.sha256 = h.sha256)
                """)
                .param("hashes", batch.stream().map(FileId::sha256).toArray(String[]::new))
                .query((row, number) -> new FileId(row.getString("sha256")))
                .list();
    }

    /** Takes the row's key without keeping it: whoever puts the same bytes now waits, and then looks whether they are there. */
    private boolean removeUnlessPutAgain(FileId id, Instant cutoff) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            var mine = db.sql("""
                    insert into files.file (sha256, size, stored_at) values (:sha256, 0, :cutoff)
                    on conflict (sha256) do nothing
                    """)
                            .param("sha256", id.sha256())
                            .param("cutoff", cutoff.atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
            try {
                return mine && store.removeOlderThan(id, cutoff);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private static final class Count {
        private int value;

        void add(int more) {
            value += more;
        }
    }
}
