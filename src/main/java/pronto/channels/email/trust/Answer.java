package pronto.channels.email.trust;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/** What the name servers say. No answer and no record are two things. */
record Answer(Kind kind, List<String> records) {

    enum Kind {
        FOUND,
        NOTHING,
        NO_SUCH_NAME,
        UNKNOWN
    }

    static final Answer NOTHING = new Answer(Kind.NOTHING, List.of());
    static final Answer NO_SUCH_NAME = new Answer(Kind.NO_SUCH_NAME, List.of());
    static final Answer UNKNOWN = new Answer(Kind.UNKNOWN, List.of());

    static Answer of(List<Record> found) {
        var records = new ArrayList<String>();
        for (var one : found) {
            switch (one) {
                case TXTRecord text -> records.add(joined(text));
                case ARecord host -> records.add(written(host.getAddress()));
                case AAAARecord host -> records.add(written(host.getAddress()));
                case MXRecord exchanger -> records.add(exchanger.getTarget().toString());
                case PTRRecord name -> records.add(name.getTarget().toString(true));
                default -> {}
            }
        }
        return records.isEmpty() ? NOTHING : new Answer(Kind.FOUND, List.copyOf(records));
    }

    boolean unknown() {
        return kind == Kind.UNKNOWN;
    }

    private static String joined(TXTRecord text) {
        var joined = new StringBuilder();
        text.getStringsAsByteArrays().forEach(part -> joined.append(new String(part, StandardCharsets.ISO_8859_1)));
        return joined.toString();
    }

    private static String written(InetAddress address) {
        return address.getHostAddress();
    }
}
