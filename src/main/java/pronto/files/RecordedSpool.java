package pronto.files;

import java.io.IOException;

/** A spool whose bytes get their row once the store has them. */
final class RecordedSpool extends Spool {

    /** Writes the row. */
    interface Record {
        void write(Files.Kept kept);
    }

    private final Spool bytes;
    private final Record record;

    RecordedSpool(Spool bytes, Record record) {
        this.bytes = bytes;
        this.record = record;
    }

    @Override
    public void write(int octet) throws IOException {
        bytes.write(octet);
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
        bytes.write(from, start, length);
    }

    @Override
    public void seal() throws IOException {
        bytes.seal();
    }

    @Override
    public Files.Kept keep() throws IOException {
        var kept = bytes.keep();
        try {
            record.write(kept);
        } catch (SweptAway e) {
            throw new IOException(e.getMessage(), e);
        }
        return kept;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
