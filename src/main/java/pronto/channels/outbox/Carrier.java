package pronto.channels.outbox;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Takes some claimed letters to the relay, in one conversation as long as it holds. */
final class Carrier {

    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

    private final Relay relay;
    private final Deliveries deliveries;
    private final Map<Long, Claimed> underway = new ConcurrentHashMap<>();

    Carrier(Relay relay, Deliveries deliveries) {
        this.relay = relay;
        this.deliveries = deliveries;
    }

    /** False when there was no relay to bring them to. */
    boolean carry(List<Claimed> claimed) {
        claimed.forEach(one -> underway.put(one.id(), one));
        try {
            return carry(claimed.stream().filter(one -> !one.international()).toList(), false)
                    && carry(claimed.stream().filter(Claimed::international).toList(), true);
        } finally {
            claimed.forEach(one -> underway.remove(one.id()));
        }
    }

    void renewLeases() {
        var now = List.copyOf(underway.values());
        if (!now.isEmpty()) {
            deliveries.renew(now);
        }
    }

    private boolean carry(List<Claimed> claimed, boolean international) {
        var left = new ArrayList<>(claimed);
        while (!left.isEmpty()) {
            try (var connection = relay.connect(international)) {
                do {
                    var next = left.removeFirst();
                    settle(next, connection.send(next.letter()));
                } while (!left.isEmpty() && connection.isOpen());
            } catch (MessagingException e) {
                postpone(left, Failure.noConnection(e));
                return false;
            }
        }
        return true;
    }

    /** The first shows on the screen why nothing moves; the others are as if they had not been tried. */
    private void postpone(List<Claimed> left, Answer why) {
        log.warn("Mail waits: the relay {} cannot be used: {}", relay.address(), why.words());
        settle(left.removeFirst(), why);
        if (!left.isEmpty()) {
            deliveries.giveBack(left);
        }
    }

    private void settle(Claimed claimed, @Nullable Answer answer) {
        try {
            if (answer != null) {
                deliveries.settle(claimed, answer);
            }
        } catch (DataAccessException | TransactionException e) {
            // Its lease ends, and it is sent again under the same Message-ID.
            log.warn("What became of delivery {} could not be written down: {}", claimed.id(), e.getMessage());
        } finally {
            underway.remove(claimed.id());
        }
    }
}
