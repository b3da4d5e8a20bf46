package pronto.channels.email.trust;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;
import pronto.runtime.CannotRun;
import pronto.runtime.Settings;

/** The name servers of {@code pronto.mail.dns}, or the system's; what they said is remembered as long as they allow. */
@Component
class NameServers {

    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int REMEMBERED = 20_000;
    private static final int SECONDS = 3600;
    private static final int SECONDS_OF_NOTHING = 300;
    private static final int PORT = 53;

    private final @Nullable String written;
    private final Map<String, Long> silent = new ConcurrentHashMap<>();
    private @Nullable LookupSession session;

    @Autowired
    NameServers(Settings settings) {
        this(settings.mail().dns());
    }

    NameServers(@Nullable String written) {
        this.written = written == null || written.isBlank() ? null : written;
        if (this.written != null) {
            servers(this.written);
        }
    }

    /** A name that could not be asked a moment ago is not asked again by every mail. */
    CompletableFuture<Answer> ask(String name, int type) {
        var key = type + " " + name;
        if (isSilent(key)) {
            return CompletableFuture.completedFuture(Answer.UNKNOWN);
        }
        try {
            return session()
                    .lookupAsync(Name.fromString(name, Name.root), type)
                    .toCompletableFuture()
                    .handle((found, failure) -> {
                        if (failure == null) {
                            return Answer.of(found.getRecords());
                        }
                        var answer = answer(failure);
                        if (answer == Answer.UNKNOWN) {
                            keepSilent(key);
                        }
                        return answer;
                    });
        } catch (TextParseException | IllegalArgumentException e) {
            return CompletableFuture.completedFuture(Answer.NOTHING);
        }
    }

    private static Answer answer(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoSuchDomainException) {
                return Answer.NO_SUCH_NAME;
            }
            if (cause instanceof NoSuchRRSetException) {
                return Answer.NOTHING;
            }
        }
        return Answer.UNKNOWN;
    }

    void keepSilent(String key) {
        if (silent.size() > REMEMBERED) {
            silent.values().removeIf(until -> until - System.nanoTime() < 0);
        }
        if (silent.size() <= REMEMBERED) {
            silent.put(key, System.nanoTime() + SILENCE.toNanos());
        }
    }

    private boolean isSilent(String key) {
        var until = silent.get(key);
        if (until != null && until - System.nanoTime() < 0) {
            silent.remove(key);
            return false;
        }
        return until != null;
    }

    /** Made when it is first needed: to read the system's settings takes its time. */
    private synchronized LookupSession session() {
        if (session == null) {
            var resolver = written == null ? new ExtendedResolver() : new ExtendedResolver(servers(written));
            resolver.setTimeout(PATIENCE);
            resolver.setRetries(2);
            var cache = new Cache(DClass.IN);
            cache.setMaxEntries(REMEMBERED);
            cache.setMaxCache(SECONDS);
            cache.setMaxNCache(SECONDS_OF_NOTHING);
            session = LookupSession.builder().resolver(resolver).cache(cache).build();
        }
        return session;
    }

    private static Resolver[] servers(String written) {
        var servers = new ArrayList<Resolver>();
        for (var one : List.of(written.split("[,\\s]+"))) {
            servers.add(server(one));
        }
        return servers.toArray(Resolver[]::new);
    }

    /** {@code 192.0.2.53}, {@code 192.0.2.53:5353}, {@code [2001:db8::53]:5353}. */
    private static Resolver server(String written) {
        int colon = written.lastIndexOf(':');
        boolean port = colon > 0 && (written.indexOf(':') == colon || written.startsWith("["));
        try {
            var host = (port ? written.substring(0, colon) : written).replaceAll("[\\[\\]]", "");
            return new SimpleResolver(
                    new InetSocketAddress(host, port ? Integer.parseInt(written.substring(colon + 1)) : PORT));
        } catch (IllegalArgumentException e) {
            throw new CannotRun("The setting pronto.mail.dns must be the address of a name server as 192.0.2.53 or"
                    + " 192.0.2.53:5353; it is " + written + ".");
        }
    }
}
