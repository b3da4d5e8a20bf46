package pronto.runtime.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum of a whole backup in its own last bytes, which are the archive's comment. */
final class Seal {

    /** What stands there until the rest is written. */
    static final String OPEN = "0".repeat(64);

    private static final int BLOCK = 1 << 16;

    private Seal() {}

    static void close(FileChannel file) throws IOException {
        var end = file.size() - OPEN.length();
        file.write(bytes(digest(file, end)), end);
    }

    static boolean isWhole(FileChannel file) throws IOException {
        var end = file.size() - OPEN.length();
        if (end <= 0) {
            return false;
        }
        var written = ByteBuffer.allocate(OPEN.length());
        while (written.hasRemaining() && file.read(written, end + written.position()) >= 0) {
            continue;
        }
        return written.flip().equals(bytes(digest(file, end)));
    }

    private static String digest(FileChannel file, long end) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var block = ByteBuffer.allocate(BLOCK);
            for (long place = 0; place < end; ) {
                block.clear().limit((int) Math.min(BLOCK, end - place));
                var read = file.read(block, place);
                if (read < 0) {
                    throw new IOException("the file shrinks while it is read");
                }
                digest.update(block.flip());
                place += read;
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteBuffer bytes(String hexadecimal) {
        return ByteBuffer.wrap(hexadecimal.getBytes(StandardCharsets.US_ASCII));
    }
}
