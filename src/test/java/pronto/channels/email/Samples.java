package pronto.channels.email;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pronto.channels.Evidence;
import pronto.channels.IncomingMail;
import pronto.channels.SupportAddresses;
import pronto.runtime.Stages;
import pronto.ui.Words;

/** Mails to read: samples from the folder of test resources, and ones written in a test. */
public final class Samples {

    private static final Path FOLDER = Path.of("src/test/resources/mail");

    private Samples() {}

    /** A file as mail servers hand it over: every line ends with CR LF. */
    public static byte[] asSent(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .replaceAll("\r?\n", "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    public static Stream<Path> all(String folder, String ending) {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static IncomingMail read(String mail) {
        return read(mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public static IncomingMail read(byte[] mail) {
        return read(mail, new MemoryFiles(), "sender@example.org");
    }

    public static IncomingMail read(byte[] mail, MemoryFiles files, String envelopeFrom) {
        return read(mail, files, envelopeFrom, null);
    }

    /** With what was found out when it came. */
    static IncomingMail read(String mail, Evidence evidence) {
        return read(
                mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                new MemoryFiles(),
                "sender@example.org",
                evidence);
    }

    private static IncomingMail read(byte[] mail, MemoryFiles files, String envelopeFrom, @Nullable Evidence evidence) {
        try {
            var raw = files.put(new ByteArrayInputStream(mail)).id();
            return new MailReading(files, SUPPORT, List.of("mx.pronto.example"), WORDS, STAGES)
                    .read(new MailReading.Kept(
                            1, "smtp", Instant.EPOCH, envelopeFrom, List.of("support@pronto.example"), raw, evidence));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Words WORDS = new Words();
    private static final Stages STAGES = new Stages(new SimpleMeterRegistry());

    /** Reads a mail whose files are counted and forgotten, as if they went to a disk. */
    public static IncomingMail readAway(byte[] mail) {
        return read(mail, new Nowhere(mail));
    }

    private static IncomingMail read(byte[] mail, Nowhere files) {
        try {
            return new MailReading(files, SUPPORT, List.of(), WORDS, STAGES)
                    .read(new MailReading.Kept(
                            1,
                            "smtp",
                            Instant.EPOCH,
                            "sender@example.org",
                            List.of("support@pronto.example"),
                            Nowhere.MAIL,
                            null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final SupportAddresses SUPPORT = new SupportAddresses() {
        private final SupportAddress support = new SupportAddress("support@pronto.example", null);

        @Override
        public List<SupportAddress> all() {
            return List.of(support);
        }

        @Override
        public SupportAddress main() {
            return support;
        }

        @Override
        public @Nullable SupportAddress find(String address) {
            return address.matches("support(\\+.*)?@pronto\\.example") ? support : null;
        }
    };
}
