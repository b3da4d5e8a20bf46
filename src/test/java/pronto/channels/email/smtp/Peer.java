package pronto.channels.email.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** The other mail server, which says exactly the bytes it is told to. */
final class Peer implements AutoCloseable {

    private Socket socket;
    private BufferedReader answers;

    Peer(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(30_000);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        answer();
    }

    Peer say(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        return this;
    }

    /** Says a line and gives the last line of its answer. */
    String ask(String line) throws IOException {
        return say(line + "\r\n").answer();
    }

    String answer() throws IOException {
        return lines().getLast();
    }

    List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        String line;
        do {
            line = answers.readLine();
            if (line == null) {
                return List.of("closed");
            }
            lines.add(line);
        } while (line.length() > 3 && line.charAt(3) == '-');
        return lines;
    }

    void encryptBy(Tls tls) throws IOException {
        socket = tls.wrap(socket);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
