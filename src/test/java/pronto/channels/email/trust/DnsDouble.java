package pronto.channels.email.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A name server on loopback that says what the test wants said; names it is not told of do not exist. */
public final class DnsDouble implements AutoCloseable {

    private static final long DAY = 86_400;

    public final List<String> asked = new CopyOnWriteArrayList<>();

    private final DatagramSocket socket;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    public DnsDouble() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public DnsDouble text(String name, String... texts) {
        for (var text : texts) {
            add(name, new TXTRecord(name(name), DClass.IN, DAY, pieces(text)));
        }
        return this;
    }

    public DnsDouble host(String name, String address) {
        try {
            add(name, new ARecord(name(name), DClass.IN, DAY, InetAddress.getByName(address)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public DnsDouble mail(String name, String exchanger) {
        add(name, new MXRecord(name(name), DClass.IN, DAY, 10, name(exchanger)));
        return this;
    }

    /** Nobody answers about this name. */
    public DnsDouble silentAbout(String name) {
        silent.add(name);
        return this;
    }

    /** The answer is that there is none just now. */
    public DnsDouble brokenAbout(String name) {
        broken.add(name);
        return this;
    }

    private void add(String name, Record record) {
        records.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(record);
    }

    private static List<String> pieces(String text) {
        return List.of(text.replace("\\", "\\\\").replace("\"", "\\\"").split("(?<=\\G.{200})"));
    }

    private static Name name(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        var buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                var question = new Message(Arrays.copyOf(buffer, packet.getLength()));
                var name = question.getQuestion().getName().toString(true).toLowerCase(Locale.ROOT);
                asked.add(Type.string(question.getQuestion().getType()) + " " + name);
                if (!silent.contains(name)) {
                    var bytes = answer(question, name).toWire(65_000);
                    socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // Closed, or no question.
            }
        }
    }

    private Message answer(Message question, String name) {
        var answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        if (broken.contains(name)) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
            return answer;
        }
        var known = records.getOrDefault(name, List.of());
        known.stream()
                .filter(record -> record.getType() == question.getQuestion().getType())
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        boolean above = records.keySet().stream().anyMatch(other -> other.endsWith("." + name));
        if (known.isEmpty() && !above) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        if (answer.getSection(Section.ANSWER).isEmpty()) {
            // How long it holds that there is nothing.
            answer.addRecord(
                    new SOARecord(Name.root, DClass.IN, DAY, Name.root, Name.root, 1, DAY, DAY, DAY, DAY),
                    Section.AUTHORITY);
        }
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
