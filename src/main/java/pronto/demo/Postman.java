package pronto.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Brings one mail to Pronto's SMTP door, as any mail server would. */
final class Postman implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    Postman(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        out = socket.getOutputStream();
        expect("220");
        say("EHLO demo.example");
        expect("250");
    }

    void bring(Letter letter) throws IOException {
        say("MAIL FROM:<" + (letter.automatic() ? "" : letter.from()) + "> BODY=8BITMIME");
        expect("250");
        say("RCPT TO:<" + letter.to() + ">");
        expect("250");
        say("DATA");
        expect("354");
        out.write(letter.written());
        say(".");
        expect("250");
    }

    private void say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void expect(String code) throws IOException {
        String line;
        do {
            line = in.readLine();
        } while (line != null && line.startsWith(code + "-"));
        if (line == null || !line.startsWith(code)) {
            throw new IOException("the door answered " + line + " where " + code + " was due");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
