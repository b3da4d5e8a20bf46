package pronto.runtime.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The passwords of the embedded database, random, in a file that only its owner reads. */
record Passwords(String owner, String pronto) {

    private static final int BYTES = 24;

    static Passwords readOrMake(Path file) throws IOException {
        try {
            var lines = Files.readAllLines(file);
            return new Passwords(lines.get(0), lines.get(1));
        } catch (NoSuchFileException e) {
            var made = new Passwords(random(), random());
            writeForOwner(file, made.owner + "\n" + made.pronto + "\n");
            return made;
        }
    }

    static void writeForOwner(Path file, String text) throws IOException {
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = java.nio.channels.FileChannel.open(
                file,
                java.util.Set.copyOf(List.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)),
                onlyOwner)) {
            channel.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
