package pronto.files;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.files.Files.Kept;

/** Bytes in a nameless file, until their hash is known. */
final class FolderSpool extends Spool {

    private final FolderStore store;
    private final Path path;
    private final FileChannel channel;
    private final DigestOutputStream out;
    private @Nullable Kept kept;

    FolderSpool(FolderStore store, Path path) throws IOException {
        this.store = store;
        this.path = path;
        this.channel = FileChannel.open(path, WRITE);
        OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        this.out = new DigestOutputStream(buffered, Digests.sha256());
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void seal() throws IOException {
        if (kept == null) {
            out.flush();
            // The bytes first, then the name, then the folder that holds the name: any other order can lose one of
            // them.
            channel.force(true);
            var size = channel.size();
            channel.close();
            var id = new FileId(HexFormat.of().formatHex(out.getMessageDigest().digest()));
            store.take(path, id);
            kept = new Kept(id, size);
        }
    }

    @Override
    public Kept keep() throws IOException {
        seal();
        return Objects.requireNonNull(kept);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
