package pronto.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** Reads kept bytes, and refuses at their end if they are not what was kept. */
final class CheckedBytes extends FilterInputStream {

    private final DigestInputStream bytes;
    private final FileId expected;
    private boolean checked;

    CheckedBytes(InputStream in, FileId expected) {
        this(new DigestInputStream(in, Digests.sha256()), expected);
    }

    private CheckedBytes(DigestInputStream bytes, FileId expected) {
        super(bytes);
        this.bytes = bytes;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        return checkedAtEnd(super.read());
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        return checkedAtEnd(super.read(into, from, length));
    }

    /** Reads what it skips: bytes that were not read cannot be checked. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int checkedAtEnd(int read) throws IOException {
        if (read == -1 && !checked) {
            var found =
                    new FileId(HexFormat.of().formatHex(bytes.getMessageDigest().digest()));
            if (!found.equals(expected)) {
                throw new IOException("file " + expected.sha256() + " is damaged: its bytes hash to " + found.sha256());
            }
            checked = true;
        }
        return read;
    }
}
