package pronto.runtime.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import pronto.runtime.CannotRun;

/** The file that holds the master key; only its owner may read it. */
record KeyFile(Path path) {

    private static final int LENGTH = 32;

    byte[] readOrMake() throws IOException {
        try {
            return decode(Files.readString(path), "The file " + path);
        } catch (NoSuchFileException e) {
            var key = new byte[LENGTH];
            new SecureRandom().nextBytes(key);
            write(key);
            return key;
        }
    }

    void write(byte[] key) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var text = Base64.getEncoder().encodeToString(key) + "\n";
        try (var file =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner)) {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            file.force(true);
        }
    }

    static byte[] decode(String written, String where) {
        try {
            var key = Base64.getDecoder().decode(written.strip());
            if (key.length >= LENGTH) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words.
        }
        throw new CannotRun(where + " does not hold a master key: it must be 32 bytes or more in Base64.");
    }
}
