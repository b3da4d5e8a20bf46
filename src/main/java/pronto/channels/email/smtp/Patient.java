package pronto.channels.email.smtp;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import pronto.channels.email.ArrivingMail;
import pronto.files.Files;

/** Lets the other side finish what it says although there is no room for it; it learns so at the end. */
final class Patient extends OutputStream {

    private @Nullable ArrivingMail to;
    private @Nullable IOException failure;

    @Nullable ArrivingMail open(Files files) {
        try {
            to = new ArrivingMail(files);
        } catch (IOException e) {
            failure = e;
        }
        return to;
    }

    @Nullable IOException failure() {
        return failure;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (to != null && failure == null) {
            try {
                to.write(bytes, from, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}
