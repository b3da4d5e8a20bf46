package pronto.channels.email.smtp;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How many mails one peer may begin within a minute; those of a minute at once. Whoever is ours may hand over as fast as
 * it can. Counted in memory, for each node by itself: it protects the node.
 */
final class PeerPace {

    private static final int PEERS = 10_000;

    /** What a peer has left as of a moment, and whether its last mail was let in. */
    private record Left(double mails, long at, boolean admitted) {

        Left less() {
            // A refused one costs nothing: who goes on asking is not put off for ever.
            return mails >= 1 ? new Left(mails - 1, at, true) : new Left(mails, at, false);
        }
    }

    private final int aMinute;
    private final Predicate<InetAddress> ours;
    private final InstantSource time;
    private final Map<String, Left> byPeer = new ConcurrentHashMap<>();

    PeerPace(int aMinute, Predicate<InetAddress> ours, InstantSource time) {
        this.aMinute = aMinute;
        this.ours = ours;
        this.time = time;
    }

    /** Counts one more mail of this peer, or says that it is one too many for now. */
    boolean admits(InetAddress peer) {
        if (ours.test(peer)) {
            return true;
        }
        if (byPeer.size() > PEERS) {
            forget();
        }
        return byPeer.compute(
                        key(peer),
                        (key, before) -> refilled(before, time.millis()).less())
                .admitted();
    }

    /** Those who have been quiet; and everybody, rather than to remember without end. */
    private void forget() {
        var now = time.millis();
        byPeer.values().removeIf(left -> refilled(left, now).mails() >= aMinute);
        if (byPeer.size() > PEERS) {
            byPeer.clear();
        }
    }

    int peers() {
        return byPeer.size();
    }

    private Left refilled(@Nullable Left before, long now) {
        if (before == null) {
            return new Left(aMinute, now, false);
        }
        var passed = Math.max(0, now - before.at());
        var more = (double) aMinute * passed / Duration.ofMinutes(1).toMillis();
        return new Left(Math.min(aMinute, before.mails() + more), Math.max(now, before.at()), false);
    }

    /** Who has an IPv6 address has a whole network of them. */
    private static String key(InetAddress peer) {
        var bytes = peer.getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, 8)));
    }
}
