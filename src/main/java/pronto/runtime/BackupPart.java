package pronto.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;

/** What a module keeps outside the database, and wants in the backup. */
public interface BackupPart {

    /** Takes one thing into the backup. */
    interface Box {
        void put(String name, InputStream bytes) throws IOException;
    }

    /** The folder of its things in the backup. */
    String name();

    /** Puts in everything that the database names, as this connection sees it. */
    void save(Connection snapshot, Box box) throws IOException, SQLException;

    void restore(String name, InputStream bytes) throws IOException;
}
