package pronto.files;

import java.io.IOException;
import java.io.InputStream;

/** Where bytes are kept, each once, under their own hash. */
public interface Files {

    /** What was kept. */
    record Kept(FileId id, long size) {}

    /**
     * Keeps the bytes. When it returns they are on stable storage, and the row that names them is written in the
     * caller's transaction; one that rolls back leaves bytes that a sweeper removes after a day.
     */
    default Kept put(InputStream bytes) throws IOException {
        try (var spool = spool()) {
            bytes.transferTo(spool);
            return spool.keep();
        }
    }

    /** The same for bytes that arrive piece by piece: what is written is kept by {@link Spool#keep()}, or by nobody. */
    Spool spool() throws IOException;

    /** The bytes again; checked against their hash while they are read. */
    InputStream open(FileId id) throws IOException;
}
