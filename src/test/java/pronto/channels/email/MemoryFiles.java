package pronto.channels.email;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import pronto.files.FileId;
import pronto.files.Files;
import pronto.files.Spool;

/** Files that are forgotten with the test. */
public final class MemoryFiles implements Files {

    private final Map<FileId, byte[]> kept = new ConcurrentHashMap<>();
    private boolean full;

    /** From now on there is no room for anything. */
    public void fill() {
        full = true;
    }

    public byte[] bytes(FileId id) {
        return Objects.requireNonNull(kept.get(id));
    }

    public int count() {
        return kept.size();
    }

    @Override
    public Spool spool() {
        return new MemorySpool();
    }

    @Override
    public InputStream open(FileId id) throws IOException {
        var bytes = kept.get(id);
        if (bytes == null) {
            throw new FileNotFoundException(id.sha256());
        }
        return new ByteArrayInputStream(bytes);
    }

    private final class MemorySpool extends Spool {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int octet) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            bytes.write(octet);
        }

        @Override
        public void write(byte[] from, int start, int length) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            bytes.write(from, start, length);
        }

        @Override
        public Kept keep() {
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
                var id = new FileId(HexFormat.of().formatHex(hash));
                kept.put(id, bytes.toByteArray());
                return new Kept(id, bytes.size());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
