package pronto.channels.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A mail server on loopback that says what the test wants said, and keeps what it was given. */
public final class FakeRelay implements AutoCloseable {

    public static final String HANG_UP = "hang up";

    /** One mail as it was handed over. */
    public record Given(String sender, String recipient, String mail) {}

    /** What to say to a line; null means the usual. */
    public interface Answering {
        @Nullable String to(String line);
    }

    public final List<Given> given = new CopyOnWriteArrayList<>();
    public final List<String> heard = new CopyOnWriteArrayList<>();

    private final ServerSocket door;
    private volatile Answering toCommand = line -> null;
    private volatile UnaryOperator<String> toMail = mail -> "250 2.0.0 taken";
    private volatile Consumer<Given> next = mail -> {};

    public FakeRelay() throws IOException {
        this(0);
    }

    public FakeRelay(int port) throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public String url() {
        return "smtp://127.0.0.1:" + door.getLocalPort();
    }

    public int port() {
        return door.getLocalPort();
    }

    public FakeRelay answering(Answering toCommand) {
        this.toCommand = toCommand;
        return this;
    }

    /** What to say to a whole mail; {@link #HANG_UP} takes it and says nothing. */
    public FakeRelay answeringMail(UnaryOperator<String> toMail) {
        this.toMail = toMail;
        return this;
    }

    /** Who hears of every mail that was taken. */
    public FakeRelay handingOn(Consumer<Given> next) {
        this.next = next;
        return this;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in = new BufferedInputStream(caller.getInputStream());
                var out = caller.getOutputStream()) {
            say(out, "220 fake ready");
            var sender = "";
            var recipient = "";
            for (var line = readLine(in); line != null; line = readLine(in)) {
                heard.add(line);
                var wanted = toCommand.to(line);
                if (HANG_UP.equals(wanted)) {
                    return;
                }
                var verb = line.split(" ", 2)[0];
                if (wanted != null) {
                    say(out, wanted);
                } else if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    var mail = readMail(in);
                    var answer = toMail.apply(mail);
                    if (HANG_UP.equals(answer) || answer.startsWith("2")) {
                        var taken = new Given(sender, recipient, mail);
                        given.add(taken);
                        next.accept(taken);
                    }
                    if (HANG_UP.equals(answer)) {
                        return;
                    }
                    say(out, answer);
                } else {
                    sender = verb.equals("MAIL") ? bracketed(line) : sender;
                    recipient = verb.equals("RCPT") ? bracketed(line) : recipient;
                    say(out, verb.equals("EHLO") ? "250-fake\r\n250-8BITMIME\r\n250 SIZE 1000000" : "250 ok");
                }
            }
        } catch (IOException gone) {
            // The other side left.
        }
    }

    private static String bracketed(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private static String readMail(InputStream in) throws IOException {
        var mail = new StringBuilder();
        for (var line = readLine(in); line != null; line = readLine(in)) {
            if (line.equals(".")) {
                return mail.toString();
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        throw new IOException("cut off in the middle of a mail");
    }

    private static @Nullable String readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != -1; octet = in.read()) {
            if (octet == '\n') {
                return line.toString(UTF_8).replaceFirst("\r$", "");
            }
            line.write(octet);
        }
        return null;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }
}
