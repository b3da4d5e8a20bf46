package pronto.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Brings mails by SMTP, one connection each, and believes nothing but a 250. */
public final class Postman {

    private static final int PIECE = 4_096;

    private final int port;
    private final Runnable step;

    public Postman(int port) {
        this(port, () -> {});
    }

    /** {@code step} hears of every line and every piece of a mail that went out or came in. */
    public Postman(int port, Runnable step) {
        this.port = port;
        this.step = step;
    }

    public int port() {
        return port;
    }

    /** A mail with an attachment of random bytes. */
    public record Letter(String messageId, byte[] attachment, byte[] bytes) {

        public static Letter write(String name, RandomGenerator random) {
            var attachment = new byte[1_000 + random.nextInt(40_000)];
            random.nextBytes(attachment);
            var messageId = "<" + name + "@customer.example>";
            var text = """
                    From: Marta <marta@customer.example>
                    To: support@localhost
                    Subject: %s
                    Message-ID: %s
                    Date: Mon, 23 Nov 2026 10:00:00 +0000
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary=edge

                    --edge
                    Content-Type: text/plain; charset=utf-8

                    Nothing is being sent since two o'clock (%s).
                    --edge
                    Content-Type: application/octet-stream
                    Content-Disposition: attachment; filename=log.bin
                    Content-Transfer-Encoding: base64

                    %s
                    --edge--
                    """.formatted(
                            name,
                            messageId,
                            name,
                            Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(attachment));
            return new Letter(messageId, attachment, text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** How far one got. */
    public enum Outcome {
        /** 250 after the last dot. */
        TAKEN,
        /** All was sent, no answer came. */
        UNKNOWN,
        /** Refused, or cut before the end. */
        NOT_TAKEN
    }

    public Outcome bring(Letter letter) {
        return bring("marta@customer.example", "support@localhost", letter.bytes());
    }

    /** The bytes must need no dots doubled and end with a line's end. */
    public Outcome bring(String from, String to, byte[] bytes) {
        var allSent = false;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
            socket.setSoTimeout(60_000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var out = socket.getOutputStream();
            expect(in, "220");
            say(out, in, "EHLO customer.example", "250");
            say(out, in, "MAIL FROM:<" + from + ">", "250");
            say(out, in, "RCPT TO:<" + to + ">", "250");
            say(out, in, "DATA", "354");
            for (int at = 0; at < bytes.length; at += PIECE) {
                out.write(bytes, at, Math.min(PIECE, bytes.length - at));
                step.run();
            }
            out.write(".\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            allSent = true;
            step.run();
            return answer(in).startsWith("250") ? Outcome.TAKEN : Outcome.NOT_TAKEN;
        } catch (IOException e) {
            return allSent ? Outcome.UNKNOWN : Outcome.NOT_TAKEN;
        }
    }

    private void say(OutputStream out, BufferedReader in, String line, String expected) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(in, expected);
    }

    private void expect(BufferedReader in, String expected) throws IOException {
        var answer = answer(in);
        if (!answer.startsWith(expected)) {
            throw new IOException(answer);
        }
    }

    private String answer(BufferedReader in) throws IOException {
        while (true) {
            var line = in.readLine();
            if (line == null) {
                throw new IOException("cut");
            }
            if (line.length() < 4 || line.charAt(3) != '-') {
                step.run();
                return line;
            }
        }
    }
}
