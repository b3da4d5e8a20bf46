package pronto.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;

/** Mails as a desk gets them: 20 kB on average, one in ten with an attachment of 200 kB. The same seed, the same mails. */
final class Mails {

    /** Our own mail server has asked already who sends: what the world's name servers take is not measured. */
    static final String AUTHSERV = "mx.bench.example";

    private static final String[] WORDS = """
            ordine pagamento carta negozio spedizione fattura cliente catalogo prodotto errore schermata accesso password
            listino magazzino giacenza reso rimborso sconto codice etichetta corriere stampante scontrino cassa browser
            order payment checkout invoice customer import export webhook timeout refused label printer stock discount
            login report search update version yesterday morning since every nobody sometimes thank regards please
            """.trim().split("\\s+");

    private final SplittableRandom random;

    Mails(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A mail of its own: its Message-ID bears the number. */
    byte[] next(String run, int number) {
        var attached = number % 10 == 0;
        var text = words(attached ? 800 : 1_000 + random.nextInt(3_000));
        var mail = new StringBuilder(32_000);
        mail.append("Authentication-Results: ").append(AUTHSERV).append("; dmarc=none\r\n");
        mail.append("From: Sender ")
                .append(number % 500)
                .append(" <sender")
                .append(number % 500)
                .append("@customer")
                .append(number % 100)
                .append(".example>\r\n");
        mail.append("To: support@localhost\r\n");
        mail.append("Subject: ").append(words(6).replace("\r\n", " ").strip()).append("\r\n");
        mail.append("Message-ID: <").append(run).append('.').append(number).append("@customer.example>\r\n");
        mail.append("Date: Mon, 23 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n");
        if (attached) {
            var bytes = new byte[200_000];
            random.nextBytes(bytes);
            mail.append("Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n");
            mail.append("Content-Type: text/plain; charset=utf-8\r\n\r\n")
                    .append(text)
                    .append("\r\n--b\r\n");
            mail.append("Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n");
            mail.append("Content-Disposition: attachment; filename=\"log.bin\"\r\n\r\n");
            mail.append(Base64.getMimeEncoder().encodeToString(bytes)).append("\r\n--b--\r\n");
        } else {
            mail.append("Content-Type: text/plain; charset=utf-8\r\n\r\n")
                    .append(text)
                    .append("\r\n");
        }
        return mail.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String words(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 12 == 11 ? "\r\n" : " ");
        }
        return text.toString();
    }
}
