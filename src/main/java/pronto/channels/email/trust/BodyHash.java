package pronto.channels.email.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of a body as DKIM has it, while it passes: blank lines at its end do not count. */
public final class BodyHash {

    private final Canonical form;
    private final MessageDigest digest;
    private final byte[] out = new byte[8 * 1024];
    private int held;
    private long size;
    private long lineEnds;
    private boolean blank;
    private boolean cr;
    private boolean lineEmpty = true;

    BodyHash(Canonical form) {
        this.form = form;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            add(bytes[i]);
        }
    }

    private void add(byte b) {
        if (cr) {
            cr = false;
            if (b == '\n') {
                lineEnd();
                return;
            }
            text((byte) '\r');
        }
        if (b == '\r') {
            cr = true;
        } else if (form == Canonical.RELAXED && (b == ' ' || b == '\t')) {
            blank = true;
        } else {
            text(b);
        }
    }

    /** Blanks before it are gone in the relaxed form; whether it counts is only known when something follows. */
    private void lineEnd() {
        blank = false;
        lineEnds++;
        lineEmpty = true;
    }

    private void text(byte b) {
        for (; lineEnds > 0; lineEnds--) {
            put((byte) '\r');
            put((byte) '\n');
        }
        if (blank) {
            put((byte) ' ');
            blank = false;
        }
        put(b);
        lineEmpty = false;
    }

    private void put(byte b) {
        if (held == out.length) {
            digest.update(out, 0, held);
            held = 0;
        }
        out[held++] = b;
        size++;
    }

    /** How many bytes were hashed; asked after {@link #end()}. */
    long size() {
        return size;
    }

    byte[] end() {
        if (cr) {
            cr = false;
            text((byte) '\r');
        }
        // The relaxed form of nothing is nothing, the simple one an empty line.
        if (!lineEmpty || size > 0 || form == Canonical.SIMPLE) {
            put((byte) '\r');
            put((byte) '\n');
        }
        digest.update(out, 0, held);
        held = 0;
        return digest.digest();
    }
}
