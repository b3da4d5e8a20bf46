package pronto.channels.email.trust;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.xbill.DNS.Type;

/** What one mail may ask of the name servers: so many questions, and all of them within one span of time. */
final class Lookups {

    private static final int QUESTIONS = 60;

    private final NameServers servers;
    private final long end;
    private final Map<String, CompletableFuture<Answer>> asked = new HashMap<>();

    Lookups(NameServers servers, Duration span) {
        this.servers = servers;
        this.end = System.nanoTime() + span.toNanos();
    }

    boolean over() {
        return left() <= 0;
    }

    private long left() {
        return end - System.nanoTime();
    }

    /** Asks ahead, so that several answers are on their way at once. */
    void prepare(String name, int type) {
        var unused = question(name, type);
    }

    Answer ask(String name, int type) {
        try {
            return question(name, type).get(Math.max(0, left()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            servers.keepSilent(key(name, type));
            return Answer.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.UNKNOWN;
        }
    }

    Answer text(String name) {
        return ask(name, Type.TXT);
    }

    private CompletableFuture<Answer> question(String name, int type) {
        if (asked.size() >= QUESTIONS || over()) {
            return asked.getOrDefault(key(name, type), CompletableFuture.completedFuture(Answer.UNKNOWN));
        }
        return asked.computeIfAbsent(key(name, type), key -> servers.ask(plain(name), type));
    }

    private static String key(String name, int type) {
        return type + " " + plain(name);
    }

    private static String plain(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** The same, as the SPF library asks. */
    static final class Service implements DNSService {

        private static final int RECORDS = 10;

        private final Lookups lookups;

        Service(Lookups lookups) {
            this.lookups = lookups;
        }

        // Nullable by the library's custom: null is "no such record".
        @Override
        @SuppressWarnings("NullAway")
        public List<String> getRecords(DNSRequest request)
                throws org.apache.james.jspf.core.exceptions.TimeoutException {
            var type = switch (request.getRecordType()) {
                case DNSRequest.A -> Type.A;
                case DNSRequest.AAAA -> Type.AAAA;
                case DNSRequest.MX -> Type.MX;
                case DNSRequest.PTR -> Type.PTR;
                case DNSRequest.TXT -> Type.TXT;
                default -> 0;
            };
            var answer = type == 0 ? Answer.NOTHING : lookups.ask(request.getHostname(), type);
            if (answer.unknown()) {
                throw new org.apache.james.jspf.core.exceptions.TimeoutException("no answer");
            }
            // It takes the list apart.
            return answer.records().isEmpty() ? null : new ArrayList<>(answer.records());
        }

        @Override
        public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
            throw new UnsupportedOperationException("a sender is checked one question after the other");
        }

        @Override
        public List<String> getLocalDomainNames() {
            return List.of("localhost");
        }

        @Override
        public void setTimeOut(int seconds) {}

        @Override
        public int getRecordLimit() {
            return RECORDS;
        }

        @Override
        public void setRecordLimit(int limit) {}
    }
}
