package pronto.runtime.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what goes through it; its end does not end what is below. */
final class Digested extends FilterOutputStream {

    private final MessageDigest digest;
    private long size;

    Digested(OutputStream out) {
        super(out);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int single) throws IOException {
        out.write(single);
        digest.update((byte) single);
        size++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    Manifest.Kept kept() {
        return new Manifest.Kept(size, HexFormat.of().formatHex(digest.digest()));
    }
}
