package pronto.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;

/** A place that holds bytes under their hash, and knows nothing of the database. */
interface Store extends AutoCloseable {

    /** Its {@link Spool#keep()} returns when the bytes would survive a loss of power. */
    Spool spool() throws IOException;

    InputStream open(FileId id) throws IOException;

    boolean holds(FileId id);

    /** Removes it if nobody has put it again since {@code cutoff}. */
    boolean removeOlderThan(FileId id, Instant cutoff) throws IOException;

    /** Names all that were put before {@code cutoff}, and clears away what was spooled before it and never kept. */
    void walkOlderThan(Instant cutoff, Consumer<FileId> each) throws IOException;

    /** Fails where bytes could not be put now. */
    void check() throws IOException;

    @Override
    default void close() {}
}
