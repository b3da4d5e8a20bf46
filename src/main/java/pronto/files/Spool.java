package pronto.files;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes on their way into {@link Files}: closed without {@link #keep()}, they were never there. */
public abstract class Spool extends OutputStream {

    /**
     * Does the slow part of {@link #keep()} ahead of the caller's transaction, so that no connection waits for the disk.
     * Nothing more may be written afterwards.
     */
    public void seal() throws IOException {}

    /** Puts them on stable storage and writes their row in the caller's transaction. */
    public abstract Files.Kept keep() throws IOException;
}
