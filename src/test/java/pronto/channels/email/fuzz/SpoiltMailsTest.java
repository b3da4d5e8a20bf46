package pronto.channels.email.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pronto.channels.email.Samples;

/**
 * A minute of the samples, spoilt in every way: cut, doubled, crossed with each other, sprinkled with what readers
 * stumble over. The same sequence each time, as far as the minute takes it.
 */
class SpoiltMailsTest {

    private static final Duration MOST = Duration.ofSeconds(Integer.getInteger("pronto.fuzz.seconds", 60));
    private static final long SEED = Long.getLong("pronto.fuzz.seed", 17);
    private static final int LONGEST = 64 * 1024;
    private static final List<String> STUMBLES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\0",
            "\r\n\r\n",
            "--",
            "--b\r\n",
            "boundary=",
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "Content-Type: text/html\r\n",
            "Content-Type: message/rfc822\r\n",
            "Content-Type: text/calendar; method=REPLY\r\n",
            "Content-Type: message/delivery-status\r\n",
            "Content-Type: application/ms-tnef; name=winmail.dat\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Transfer-Encoding: quoted-printable\r\n",
            "Content-Transfer-Encoding: x-uuencode\r\n",
            "charset=utf-16",
            "charset=utf-7",
            "charset=iso-2022-jp",
            "charset=gbk",
            "format=flowed; delsp=yes",
            "=?utf-8?B?",
            "=?utf-7?Q?+",
            "?=",
            "filename*0*=utf-8''%",
            "=",
            "=\r\n",
            "<",
            ">",
            "> ",
            "<blockquote>",
            "<div class=gmail_quote>",
            "</div>",
            "<b>",
            "<table><td>",
            "&#",
            "<!--",
            "style=\"",
            "On Mon, 23 Nov 2026 at 10:00, a@b.example wrote:\r\n",
            "Da: a\r\nInviato: b\r\nA: c\r\n",
            "begin 644 a.txt\r\n",
            "\u00e9",
            "\u00ff\u00fe",
            "\u001b$B",
            "(",
            "\"",
            ",",
            ";",
            ":",
            "@");

    private final Random random = new Random(SEED);

    @Test
    void no_spoilt_mail_does_harm() {
        var mails = samples();
        long end = System.nanoTime() + MOST.toNanos();
        int tried = 0;
        for (; System.nanoTime() < end; tried++) {
            var mail = spoilt(mails);
            try {
                MailFuzz.fuzzerTestOneInput(mail);
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                fail("Spoilt mail " + tried + " of seed " + SEED + ", kept as " + keep(mail), e);
            }
        }
        System.out.println("spoilt mails read: " + tried);
    }

    private static List<byte[]> samples() {
        return Stream.of("messages", "bounces", "replies")
                .flatMap(folder -> Samples.all(folder, ".eml"))
                .map(Samples::asSent)
                .filter(mail -> mail.length < LONGEST)
                .toList();
    }

    private byte[] spoilt(List<byte[]> mails) {
        var mail = mails.get(random.nextInt(mails.size())).clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            mail = spoil(mail, mails);
        }
        return mail.length > 2 * LONGEST ? Arrays.copyOf(mail, 2 * LONGEST) : mail;
    }

    private byte[] spoil(byte[] mail, List<byte[]> mails) {
        int at = random.nextInt(mail.length + 1);
        int to = at + random.nextInt(Math.min(mail.length - at, 1 << random.nextInt(12)) + 1);
        var start = Arrays.copyOf(mail, at);
        var middle = Arrays.copyOfRange(mail, at, to);
        var rest = Arrays.copyOfRange(mail, to, mail.length);
        return switch (random.nextInt(6)) {
            case 0 -> Bytes.concat(start, rest);
            case 1 -> repeated(start, middle, rest);
            case 2 -> Bytes.concat(start, stumble(), Arrays.copyOfRange(mail, at, mail.length));
            case 3 -> Bytes.concat(start, tail(mails.get(random.nextInt(mails.size()))));
            case 4 -> flipped(mail);
            default -> Bytes.concat(start, stumble(), rest);
        };
    }

    private byte[] repeated(byte[] start, byte[] middle, byte[] rest) {
        var pieces = new ArrayList<byte[]>(List.of(start));
        for (int i = random.nextInt(1 + LONGEST / (middle.length + 16)); i >= 0; i--) {
            pieces.add(middle);
        }
        pieces.add(rest);
        return Bytes.concat(pieces.toArray(byte[][]::new));
    }

    private byte[] stumble() {
        var word = STUMBLES.get(random.nextInt(STUMBLES.size()));
        int times = random.nextInt(8) == 0 ? 1 << random.nextInt(12) : 1;
        return word.repeat(times).getBytes(ISO_8859_1);
    }

    private byte[] tail(byte[] other) {
        return Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length);
    }

    private byte[] flipped(byte[] mail) {
        for (int i = random.nextInt(20); i >= 0 && mail.length > 0; i--) {
            mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
        }
        return mail;
    }

    private static Path keep(byte[] mail) {
        try {
            return Files.write(Files.createTempFile("spoilt", ".eml"), mail);
        } catch (IOException e) {
            return Path.of("nowhere");
        }
    }
}
