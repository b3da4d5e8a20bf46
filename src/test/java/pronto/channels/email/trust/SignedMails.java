package pronto.channels.email.trust;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pronto.channels.Evidence;

/** Mails that signers of others have signed, and what the DNS says of their keys. */
public final class SignedMails {

    private static final Path FOLDER = Path.of("src/test/resources/mail/signed");

    private SignedMails() {}

    public static String mail(String name) {
        try {
            return new String(Files.readAllBytes(FOLDER.resolve(name + ".eml")), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DnsDouble keysIn(DnsDouble dns) {
        try {
            for (var line : Files.readAllLines(FOLDER.resolve("keys.txt"))) {
                var blank = line.indexOf(' ');
                dns.text(line.substring(0, blank), line.substring(blank + 1));
            }
            return dns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Passing passed(String mail) {
        var passing = new Passing();
        var bytes = mail.getBytes(ISO_8859_1);
        // In odd pieces, as they come from the net.
        for (int at = 0; at < bytes.length; at += 7) {
            passing.add(bytes, at, Math.min(7, bytes.length - at));
        }
        return passing;
    }

    /** What a stranger's server is told of this mail. */
    public static Evidence evidence(DnsDouble dns, String mail) {
        return SenderCheckTest.senders(dns).check("192.0.2.1", "out.example", "", passed(mail));
    }
}
