package pronto.channels.email.smtp;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The bytes after DATA. Only CR LF . CR LF ends them; a CR or LF that stands alone makes the mail unacceptable but ends
 * nothing, so whoever hides a second mail behind one never gets back to where commands are heard.
 */
final class MailData {

    private static final long PATIENCE = 256L * 1024 * 1024;

    private enum At {
        LINE_START,
        TEXT,
        CR,
        DOT,
        DOT_CR,
        END
    }

    private final long limit;
    private final OutputStream to;
    private final byte[] pending = new byte[8 * 1024];
    private int held;
    private long size;
    private boolean bare;
    private At at = At.LINE_START;

    MailData(long limit, OutputStream to) {
        this.limit = limit;
        this.to = to;
    }

    void readFrom(Wire wire) throws IOException {
        while (at != At.END) {
            at = next(wire.read());
        }
        flush();
    }

    boolean tooLarge() {
        return size > limit;
    }

    boolean hasBareLineEnd() {
        return bare;
    }

    private At next(int b) throws IOException {
        return switch (at) {
            case LINE_START -> b == '.' ? At.DOT : text(b);
            case TEXT -> text(b);
            case CR -> afterCr(b);
            case DOT -> b == '\r' ? At.DOT_CR : text(b);
            case DOT_CR -> {
                if (b == '\n') {
                    yield At.END;
                }
                keep('\r');
                yield afterCr(b);
            }
            case END -> At.END;
        };
    }

    private At text(int b) throws IOException {
        keep(b);
        bare |= b == '\n';
        return b == '\r' ? At.CR : At.TEXT;
    }

    private At afterCr(int b) throws IOException {
        if (b == '\n') {
            keep(b);
            return At.LINE_START;
        }
        bare = true;
        return text(b);
    }

    private void keep(int b) throws IOException {
        if (++size > limit + PATIENCE) {
            throw new IOException("endless mail");
        }
        if (size <= limit) {
            if (held == pending.length) {
                flush();
            }
            pending[held++] = (byte) b;
        }
    }

    private void flush() throws IOException {
        to.write(pending, 0, held);
        held = 0;
    }
}
