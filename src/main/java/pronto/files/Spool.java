package pronto.files;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes on their way into {@link Files}: closed without {@link #keep()}, they were never there. */
public abstract class Spool extends OutputStream {

    /** Puts them on stable storage and writes their row in the caller's transaction. */
    public abstract Files.Kept keep() throws IOException;
}
