package pronto.demo;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.jspecify.annotations.Nullable;

/**
 * The customers' mail server of the example: takes what Pronto sends and remembers, for each address, the last mail it
 * got, so that its owner can answer it the way a mail program does.
 */
final class Correspondents {

    /** What somebody needs to answer a mail. */
    record Got(String messageId, String replyTo, String subject) {}

    private static final Pattern ADDRESS = Pattern.compile("(?i)RCPT TO:\\s*<([^<>]+)>.*");

    private @Nullable ServerSocket door;
    private static final Pattern QUESTION = Pattern.compile("/satisfaction/([-_A-Za-z0-9]+)");
    private final Map<String, Got> last = new ConcurrentHashMap<>();
    private final Map<String, String> asked = new ConcurrentHashMap<>();

    /** The port it listens at. */
    int open(int port) {
        try {
            var opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            door = opened;
            Thread.ofVirtual().name("correspondents").start(() -> receive(opened));
            return opened.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Got> last(String address, String messageId) {
        return Optional.ofNullable(last.get(address))
                .filter(got -> got.messageId().equals(messageId));
    }

    /** What the link of the last question how it went bears, once it has come. */
    @Nullable String asked(String address) {
        return asked.get(address);
    }

    private void receive(ServerSocket door) {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                Thread.ofVirtual().name("correspondent").start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            say(socket, "220 mail.example");
            var to = new LinkedHashSet<String>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                switch (command) {
                    case "RCPT" -> {
                        var address = ADDRESS.matcher(line);
                        if (address.matches()) {
                            to.add(address.group(1));
                            say(socket, "250 known");
                        } else {
                            say(socket, "501 whom?");
                        }
                    }
                    case "DATA" -> {
                        if (to.isEmpty()) {
                            say(socket, "554 to nobody");
                        } else {
                            say(socket, "354 go ahead");
                            keep(to, in);
                            say(socket, "250 taken");
                        }
                    }
                    case "MAIL", "RSET" -> {
                        to.clear();
                        say(socket, "250 fine");
                    }
                    case "QUIT" -> {
                        say(socket, "221 bye");
                        return;
                    }
                    default -> say(socket, "250 fine");
                }
            }
        } catch (IOException e) {
            // The other side hung up; it will come again.
        }
    }

    private void keep(Collection<String> to, BufferedReader in) throws IOException {
        var head = new StringBuilder();
        var whole = new StringBuilder();
        var inHead = true;
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            whole.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
            inHead &= !line.isEmpty();
            if (inHead) {
                var folded = line.startsWith(" ") || line.startsWith("\t");
                head.append(folded ? " " + line.strip() : "\n" + line);
            }
        }
        var got = new Got(header(head, "Message-ID"), header(head, "Reply-To"), header(head, "Subject"));
        to.forEach(address -> last.put(address, got));
        var question = QUESTION.matcher(text(whole.toString()));
        if (question.find()) {
            to.forEach(address -> asked.put(address, question.group(1)));
        }
    }

    /** The mail's plain text; what cannot be read says nothing. */
    private static String text(String mail) {
        try {
            return text(Message.Builder.of(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)))
                    .build());
        } catch (IOException e) {
            return "";
        }
    }

    private static String text(Entity part) throws IOException {
        return switch (part.getBody()) {
            case Multipart parts
            when !parts.getBodyParts().isEmpty() -> text(parts.getBodyParts().getFirst());
            case TextBody text -> {
                try (var reader = text.getReader()) {
                    yield reader.readAllAsString();
                }
            }
            case null, default -> "";
        };
    }

    private static String header(CharSequence head, String name) {
        return head.toString()
                .lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    void close() {
        try {
            if (door != null) {
                door.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
