package pronto.channels.email;

import java.io.IOException;
import pronto.files.Files;

/** What tests of the doors need of a mail that only intake may do. */
public final class Mails {

    private Mails() {}

    public static Files.Kept keep(ArrivingMail mail) throws IOException {
        return mail.keep();
    }
}
