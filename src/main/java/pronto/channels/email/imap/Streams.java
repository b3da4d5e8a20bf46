package pronto.channels.email.imap;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** What fails on their side is told from what fails on ours: only the first may be given up on. */
final class Streams {

    private Streams() {}

    static void copy(IMAPMessage mail, OutputStream to) throws MessagingException, IOException {
        try (var bytes = mail.getMimeStream()) {
            var portion = new byte[64 * 1024];
            for (int read = read(bytes, portion); read >= 0; read = read(bytes, portion)) {
                to.write(portion, 0, read);
            }
        }
    }

    private static int read(InputStream bytes, byte[] portion) throws MessagingException {
        try {
            return bytes.read(portion);
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be fetched", e);
        }
    }
}
