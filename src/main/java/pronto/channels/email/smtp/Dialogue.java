package pronto.channels.email.smtp;

import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pronto.channels.email.ArrivingMail;

/** One conversation with another mail server, from greeting to goodbye: RFC 5321, RFC 2033. */
final class Dialogue {

    private static final Logger log = LoggerFactory.getLogger(Dialogue.class);

    private final Protocol protocol;
    private final House house;
    private final String peer;
    private Socket socket;
    private Wire wire;
    private boolean greeted;
    private String helo = "";
    private boolean encrypted;
    private boolean over;
    private int errors;
    private @Nullable String sender;
    private final Set<String> recipients = new LinkedHashSet<>();
    private volatile boolean keeping;

    Dialogue(Protocol protocol, House house, Socket socket) throws IOException {
        this.protocol = protocol;
        this.house = house;
        this.socket = socket;
        this.wire = new Wire(socket);
        this.peer = socket.getInetAddress().getHostAddress();
    }

    void run() throws IOException {
        wire.answer("220 " + house.name() + " " + (protocol == Protocol.LMTP ? "LMTP" : "ESMTP") + " Pronto");
        for (int commands = 0; !over; commands++) {
            wire.allow(house.limits().command());
            try {
                var line = wire.line();
                if (commands >= house.limits().commands()) {
                    hangUp("421 4.7.0 Enough for one conversation");
                } else {
                    obey(line);
                }
            } catch (Wire.BadLine e) {
                mistake(e.answer());
            }
        }
        wire.flush();
    }

    /** Whether a mail is being kept right now: then nobody should cut the line. */
    boolean isKeeping() {
        return keeping;
    }

    private void obey(String line) throws IOException {
        var space = line.indexOf(' ');
        var verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
        var rest = space < 0 ? "" : line.substring(space + 1).strip();
        switch (verb) {
            case "HELO" -> hello(verb, rest);
            case "EHLO", "LHLO" -> hello(verb, rest);
            case "STARTTLS" -> startTls(rest);
            case "MAIL" -> mail(rest);
            case "RCPT" -> recipient(rest);
            case "DATA" -> data(rest);
            case "RSET" -> {
                forgetMail();
                wire.answer("250 2.0.0 Forgotten");
            }
            case "NOOP" -> wire.answer("250 2.0.0 OK");
            case "VRFY" -> wire.answer("252 2.5.0 Send it and see");
            case "HELP" -> wire.answer("214 2.0.0 RFC 5321");
            case "QUIT" -> hangUp("221 2.0.0 Bye");
            default -> mistake("500 5.5.1 Unknown command");
        }
    }

    private void hello(String verb, String name) {
        if ((protocol == Protocol.LMTP) != verb.equals("LHLO")) {
            mistake("500 5.5.1 This is " + protocol);
            return;
        }
        if (name.isEmpty()) {
            mistake("501 5.5.4 Who are you?");
            return;
        }
        forgetMail();
        greeted = true;
        helo = name;
        if (verb.equals("HELO")) {
            wire.answer("250 " + house.name());
            return;
        }
        wire.answer("250-" + house.name());
        wire.answer("250-PIPELINING");
        wire.answer("250-SIZE " + house.limits().size());
        if (!encrypted && house.tls() != null) {
            wire.answer("250-STARTTLS");
        }
        wire.answer("250-ENHANCEDSTATUSCODES");
        wire.answer("250-8BITMIME");
        wire.answer("250 SMTPUTF8");
    }

    /** Whatever was said in the clear before, and whatever was sent ahead, must not count as said under encryption. */
    private void startTls(String rest) throws IOException {
        var tls = house.tls();
        if (tls == null || encrypted) {
            mistake("502 5.5.1 Not offered");
        } else if (!rest.isEmpty()) {
            mistake("501 5.5.4 Nothing follows STARTTLS");
        } else if (wire.hasMore()) {
            hangUp("554 5.5.1 Nothing may be sent ahead of the handshake");
        } else {
            wire.answer("220 2.0.0 Go ahead");
            wire.flush();
            socket = tls.wrap(socket);
            wire = new Wire(socket);
            encrypted = true;
            greeted = false;
            forgetMail();
        }
    }

    private void mail(String rest) {
        var path = rest.regionMatches(true, 0, "FROM:", 0, 5) ? Path.parse(rest.substring(5)) : null;
        if (!greeted) {
            mistake("503 5.5.1 Hello first");
        } else if (sender != null) {
            mistake("503 5.5.1 One sender at a time");
        } else if (path == null) {
            mistake("501 5.5.4 MAIL FROM:<address>");
        } else if (refusal(path) instanceof String refusal) {
            mistake(refusal);
        } else if (!house.pace().admits(socket.getInetAddress())) {
            wire.answer("450 4.7.1 Too many mails in a minute, come again later");
        } else {
            sender = path.address();
            wire.answer("250 2.1.0 OK");
        }
    }

    private @Nullable String refusal(Path path) {
        for (var parameter : path.parameters().entrySet()) {
            var value = parameter.getValue();
            boolean known = switch (parameter.getKey()) {
                case "SIZE" -> value.matches("\\d{1,20}");
                case "BODY" -> value.equalsIgnoreCase("7BIT") || value.equalsIgnoreCase("8BITMIME");
                case "SMTPUTF8" -> value.isEmpty();
                default -> false;
            };
            if (!known) {
                return "555 5.5.4 Not understood: " + parameter.getKey();
            }
        }
        var size = path.parameters().get("SIZE");
        return size != null
                        && (size.length() > 18
                                || Long.parseLong(size) > house.limits().size())
                ? "552 5.3.4 At most " + house.limits().size() + " bytes"
                : null;
    }

    private void recipient(String rest) {
        var path = rest.regionMatches(true, 0, "TO:", 0, 3) ? Path.parse(rest.substring(3)) : null;
        if (sender == null) {
            mistake("503 5.5.1 MAIL first");
        } else if (path == null || path.address().isEmpty()) {
            mistake("501 5.5.4 RCPT TO:<address>");
        } else if (!path.parameters().isEmpty()) {
            mistake("555 5.5.4 No parameters here");
        } else if (!house.reception().isOurs(path.address())) {
            mistake("550 5.1.1 Nobody of this name here");
        } else if (recipients.size() >= house.limits().recipients()) {
            wire.answer("452 4.5.3 Too many recipients");
        } else {
            recipients.add(path.address());
            wire.answer("250 2.1.5 OK");
        }
    }

    private void data(String rest) throws IOException {
        if (!rest.isEmpty()) {
            mistake("501 5.5.4 Nothing follows DATA");
        } else if (sender == null) {
            mistake("503 5.5.1 MAIL first");
        } else if (recipients.isEmpty()) {
            mistake(protocol == Protocol.LMTP ? "503 5.5.1 RCPT first" : "554 5.5.1 No valid recipients");
        } else {
            wire.answer("354 End with CR LF . CR LF");
            wire.allow(house.limits().data());
            var answer = receive(new Envelope(peer, helo, sender, List.copyOf(recipients)));
            for (int i = 0; i < (protocol == Protocol.LMTP ? recipients.size() : 1); i++) {
                wire.answer(answer);
            }
            forgetMail();
        }
    }

    private String receive(Envelope envelope) throws IOException {
        var patient = new Patient();
        try (var mail = patient.open(house.files())) {
            var data = new MailData(house.limits().size(), patient);
            data.readFrom(wire);
            if (data.tooLarge()) {
                return "552 5.3.4 At most " + house.limits().size() + " bytes";
            }
            if (data.hasBareLineEnd()) {
                return "550 5.6.0 Lines end with CR LF, nothing else";
            }
            if (mail == null || patient.failure() != null) {
                return noRoom(patient.failure());
            }
            return mail.fingerprint().hops() > house.limits().hops()
                    ? "554 5.4.6 It goes round in circles"
                    : keep(envelope, mail);
        }
    }

    /** Only what is kept is confirmed: whatever goes wrong here, the sender has to come again. */
    private String keep(Envelope envelope, ArrivingMail mail) {
        keeping = true;
        try {
            house.reception().take(envelope, mail);
            return "250 2.0.0 Kept";
        } catch (IOException e) {
            return noRoom(e);
        } catch (RuntimeException e) {
            log.warn("A mail from {} could not be kept: {}", peer, e.toString());
            return "451 4.3.0 Not kept, try again";
        } finally {
            keeping = false;
        }
    }

    private String noRoom(@Nullable IOException failure) {
        log.warn("A mail from {} could not be written: {}", peer, String.valueOf(failure));
        return "452 4.3.1 No room just now, try again";
    }

    private void forgetMail() {
        sender = null;
        recipients.clear();
    }

    private void mistake(String answer) {
        if (++errors > house.limits().errors()) {
            hangUp("421 4.7.0 Too many mistakes");
        } else {
            wire.answer(answer);
        }
    }

    private void hangUp(String answer) {
        wire.answer(answer);
        over = true;
    }
}
