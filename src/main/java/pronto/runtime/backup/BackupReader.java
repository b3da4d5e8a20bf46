package pronto.runtime.backup;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import pronto.runtime.CannotRun;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Opens a backup and believes nothing in it until all of it was read once and matched its checksum. */
final class BackupReader implements AutoCloseable {

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReader(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    static BackupReader open(Path file) {
        try (var bytes = FileChannel.open(file)) {
            if (!Seal.isWhole(bytes)) {
                throw damaged(file, new IOException("the checksum differs"));
            }
            return openChecked(file);
        } catch (NoSuchFileException e) {
            throw new CannotRun("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    /** For a file that was read through a moment ago. */
    static BackupReader openChecked(Path file) {
        try {
            var zip = new ZipFile(file.toFile());
            try {
                return new BackupReader(zip, manifestOf(zip, file));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new CannotRun("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static CannotRun damaged(Path file, IOException why) {
        return new CannotRun("The file " + file + " is damaged, or no backup of Pronto: nothing was touched.", why);
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream read(String entry) throws IOException {
        var there = zip.getEntry(entry);
        if (there == null) {
            throw new IOException("no entry " + entry);
        }
        return zip.getInputStream(there);
    }

    /** The names of the entries in this folder, without the folder. */
    List<String> in(String folder) {
        return manifest.entries().keySet().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .map(name -> name.substring(folder.length() + 1))
                .toList();
    }

    private static Manifest manifestOf(ZipFile zip, Path file) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new CannotRun("The file " + file + " is no backup of Pronto.");
        }
        try (var bytes = zip.getInputStream(entry)) {
            var manifest = JsonMapper.shared().readValue(bytes, Manifest.class);
            if (!Manifest.FORMAT.equals(manifest.format())) {
                throw new CannotRun("The file " + file + " is no backup of Pronto.");
            }
            if (manifest.formatVersion() > Manifest.VERSION) {
                throw new CannotRun("The backup " + file + " was made by a newer Pronto (" + manifest.program()
                        + "): restore it with that version.");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
