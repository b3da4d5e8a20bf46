package pronto.files;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.files.Files.Kept;

/** Bytes in a nameless file of this machine, sent to the object store when their hash is known. */
final class BucketSpool extends Spool {

    private final BucketStore store;
    private final Path path;
    private final DigestOutputStream sha256;
    private final DigestOutputStream md5;
    private @Nullable Kept kept;

    BucketSpool(BucketStore store, Path path) throws IOException {
        this.store = store;
        this.path = path;
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(path, WRITE), 1 << 16);
        this.sha256 = new DigestOutputStream(file, Digests.sha256());
        this.md5 = new DigestOutputStream(sha256, Digests.md5());
    }

    @Override
    public void write(int octet) throws IOException {
        md5.write(octet);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        md5.write(bytes, from, length);
    }

    @Override
    public void seal() throws IOException {
        if (kept == null) {
            md5.close();
            var id = new FileId(
                    HexFormat.of().formatHex(sha256.getMessageDigest().digest()));
            var sum = Base64.getEncoder().encodeToString(md5.getMessageDigest().digest());
            store.take(path, id, sum);
            kept = new Kept(id, Files.size(path));
        }
    }

    @Override
    public Kept keep() throws IOException {
        seal();
        return Objects.requireNonNull(kept);
    }

    @Override
    public void close() throws IOException {
        md5.close();
        Files.deleteIfExists(path);
    }
}
