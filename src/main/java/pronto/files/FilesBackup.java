package pronto.files;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import pronto.runtime.BackupPart;

/** Takes every file that has a row into the backup, checked against its hash on the way in and on the way out. */
@Component
class FilesBackup implements BackupPart {

    private static final int AT_ONCE = 1_000;

    private final Files files;

    FilesBackup(Files files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public void save(Connection snapshot, Box box) throws IOException, SQLException {
        try (var query = snapshot.prepareStatement("select sha256 from files.file order by sha256")) {
            query.setFetchSize(AT_ONCE);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var id = new FileId(rows.getString(1));
                    try (var bytes = files.open(id)) {
                        box.put(id.sha256(), bytes);
                    }
                }
            }
        }
    }

    @Override
    public void restore(String name, InputStream bytes) throws IOException {
        var kept = files.put(bytes);
        if (!kept.id().sha256().equals(name)) {
            throw new IOException("file " + name + " came back as " + kept.id().sha256());
        }
    }
}
