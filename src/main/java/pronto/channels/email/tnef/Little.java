package pronto.channels.email.tnef;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Numbers as Outlook writes them, the small end first, out of a stretch of a stream that is known to end. */
final class Little extends InputStream {

    private final InputStream in;
    private long left;

    Little(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    long left() {
        return left;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        left--;
        return in.read();
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int read = in.read(into, at, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }

    int two() throws IOException {
        int low = one();
        return low | one() << 8;
    }

    int four() throws IOException {
        int low = two();
        return low | two() << 16;
    }

    private int one() throws IOException {
        int octet = read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }

    /** The next stretch; a length that lies is no longer than what is left. */
    Little next(int length) throws IOException {
        if (length < 0 || length > left) {
            throw new EOFException();
        }
        left -= length;
        return new Little(in, length);
    }

    /** At most so many bytes, and the rest is passed over. */
    byte[] bytes(int most) throws IOException {
        var bytes = readNBytes((int) Math.min(most, left));
        passOver();
        return bytes;
    }

    void passOver() throws IOException {
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped > 0) {
                left -= skipped;
            } else {
                one();
            }
        }
    }
}
