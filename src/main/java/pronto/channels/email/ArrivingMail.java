package pronto.channels.email;

import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pronto.channels.email.trust.Passing;
import pronto.files.Files;
import pronto.files.Spool;

/** A mail while it comes in: its bytes on their way into the files, and what tells it from any other. */
public final class ArrivingMail extends OutputStream {

    private static final Logger log = LoggerFactory.getLogger(ArrivingMail.class);

    private final Spool bytes;
    private final Fingerprint fingerprint = new Fingerprint();
    private final Passing passing = new Passing();

    public ArrivingMail(Files files) throws IOException {
        bytes = files.spool();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
        fingerprint.add(from, start, length);
        passing.add(from, start, length);
        bytes.write(from, start, length);
    }

    /** Asked once all of it is here. */
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /** What tells whose it is; asked once all of it is here. */
    Passing passing() {
        return passing;
    }

    /** Puts it on stable storage; nothing may be written afterwards. */
    void seal() throws IOException {
        bytes.seal();
    }

    /** Puts it on stable storage, and its row in the caller's transaction. */
    Files.Kept keep() throws IOException {
        return bytes.keep();
    }

    /** What is left over is of no use: it may not spoil a mail that was kept. */
    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            log.warn("A spool stays behind: {}", e.toString());
        }
    }
}
