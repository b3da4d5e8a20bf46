package pronto.runtime.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup beside its place and moves it there when it is whole and on stable storage. */
final class BackupWriter implements AutoCloseable {

    private static final int QUICK = 1;

    private final Path place;
    private final Path making;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final Map<String, Manifest.Kept> entries = new LinkedHashMap<>();

    BackupWriter(Path place) throws IOException {
        this.place = place.toAbsolutePath();
        this.making = this.place.resolveSibling(this.place.getFileName() + ".making");
        Files.deleteIfExists(making);
        // It holds the key and everybody's mail.
        this.channel = FileChannel.open(
                making,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        zip.setLevel(QUICK);
        zip.setComment(Seal.OPEN);
    }

    /** Something that writes itself. */
    interface Content {
        void to(OutputStream out) throws IOException, java.sql.SQLException;
    }

    void put(String name, Content content) throws IOException, java.sql.SQLException {
        zip.putNextEntry(new ZipEntry(name));
        var digested = new Digested(zip);
        content.to(digested);
        zip.closeEntry();
        entries.put(name, digested.kept());
    }

    void put(String name, InputStream bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var digested = new Digested(zip);
        bytes.transferTo(digested);
        zip.closeEntry();
        entries.put(name, digested.kept());
    }

    Map<String, Manifest.Kept> entries() {
        return entries;
    }

    void finish(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        Seal.close(channel);
        channel.force(true);
        Files.move(making, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var folder = FileChannel.open(place.getParent())) {
            folder.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(making);
    }
}
