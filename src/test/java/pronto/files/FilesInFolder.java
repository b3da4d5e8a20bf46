package pronto.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Files without a database, for tests that only need bytes kept. */
public final class FilesInFolder implements Files {

    private final Store store;

    private FilesInFolder(Store store) {
        this.store = store;
    }

    public static Files at(Path folder) throws IOException {
        return new FilesInFolder(new FolderStore(folder));
    }

    @Override
    public Spool spool() throws IOException {
        return store.spool();
    }

    @Override
    public InputStream open(FileId id) throws IOException {
        return store.open(id);
    }
}
