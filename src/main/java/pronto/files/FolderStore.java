package pronto.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.function.Consumer;

/** Bytes in a folder: {@code 3f/3fa9…}; the sender's name for them is never part of a path. */
final class FolderStore implements Store {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** As much as a small mail. */
    private static final int CHECKED = 64 * 1024;

    private final Path root;
    private final Path spools;

    FolderStore(Path folder) throws IOException {
        Files.createDirectories(folder, OWNER_ONLY);
        this.root = folder.toRealPath();
        this.spools = root.resolve("spool");
        createFolder(spools);
        for (int i = 0; i < 256; i++) {
            createFolder(root.resolve("%02x".formatted(i)));
        }
        Durable.force(root);
    }

    @Override
    public Spool spool() throws IOException {
        return new FolderSpool(this, Files.createTempFile(spools, "", ""));
    }

    /** Gives spooled, forced bytes their name. */
    void take(Path spooled, FileId id) throws IOException {
        var folder = folder(id);
        var place = folder.resolve(id.sha256());
        if (Files.exists(place)) {
            // Its new time keeps the sweeper away; its folder is forced since whoever moved it here may not be done.
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            Files.delete(spooled);
        } else {
            Files.move(spooled, place, ATOMIC_MOVE);
        }
        Durable.force(folder);
    }

    @Override
    public InputStream open(FileId id) throws IOException {
        return new CheckedBytes(Files.newInputStream(place(id)), id);
    }

    @Override
    public boolean holds(FileId id) {
        return Files.exists(place(id));
    }

    @Override
    public boolean removeOlderThan(FileId id, Instant cutoff) throws IOException {
        return olderThan(place(id), cutoff) && Files.deleteIfExists(place(id));
    }

    @Override
    public void walkOlderThan(Instant cutoff, Consumer<FileId> each) throws IOException {
        try (var folders = Files.newDirectoryStream(root, "[0-9a-f][0-9a-f]")) {
            for (var folder : folders) {
                try (var places = Files.newDirectoryStream(folder, path -> olderThan(path, cutoff))) {
                    places.forEach(
                            place -> each.accept(new FileId(place.getFileName().toString())));
                }
            }
        }
        try (var forgotten = Files.newDirectoryStream(spools, path -> olderThan(path, cutoff))) {
            for (var spool : forgotten) {
                Files.deleteIfExists(spool);
            }
        }
    }

    @Override
    public void check() throws IOException {
        var probe = Files.createTempFile(spools, "check-", "");
        try {
            // An empty file finds its place on a full disk too.
            Files.write(probe, new byte[CHECKED], WRITE, DSYNC);
        } finally {
            Files.delete(probe);
        }
    }

    private Path place(FileId id) {
        return folder(id).resolve(id.sha256());
    }

    private Path folder(FileId id) {
        return root.resolve(id.sha256().substring(0, 2));
    }

    private static boolean olderThan(Path path, Instant cutoff) throws IOException {
        try {
            return Files.getLastModifiedTime(path).toInstant().isBefore(cutoff);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, OWNER_ONLY);
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(folder)) {
                throw there;
            }
        }
    }
}
