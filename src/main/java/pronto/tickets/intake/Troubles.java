package pronto.tickets.intake;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import pronto.channels.IncomingMails.Waiting;
import pronto.ui.Refusal;

/**
 * Mails that could not be filed: what fails for a while is tried again, later each time, and what its sender wrote after
 * it waits with it; what can never succeed is laid where people see it.
 */
final class Troubles {

    private static final Logger log = LoggerFactory.getLogger(Troubles.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 9;

    private record Later(int tries, long until) {}

    private final Filing filing;
    private final Map<String, Later> later = new ConcurrentHashMap<>();

    Troubles(Filing filing) {
        this.filing = filing;
    }

    /** Whose turn has not come again. */
    Collection<String> senders() {
        if (later.isEmpty()) {
            return List.of();
        }
        var now = System.nanoTime();
        return later.entrySet().stream()
                .filter(entry -> entry.getValue().until() - now > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    void over(Collection<Waiting> filed) {
        if (!later.isEmpty()) {
            filed.forEach(one -> later.remove(one.sender()));
        }
    }

    void with(Filing.NotFiled trouble) {
        var mail = trouble.mail();
        if (mail == null || passes(trouble.why())) {
            log.warn("Mail {} waits: {}", trouble.waiting().id(), trouble.why().toString());
            later.merge(trouble.waiting().sender(), after(0), (before, first) -> after(before.tries()));
        } else {
            log.error("Mail {} cannot be filed; it lies with those of no ticket", mail.id(), trouble.why());
            filing.giveUp(
                    trouble.waiting(),
                    mail,
                    trouble.why() instanceof Refusal ? Place.Reason.REFUSED : Place.Reason.UNREADABLE);
        }
    }

    private static boolean passes(RuntimeException why) {
        return why instanceof TransientDataAccessException
                || why instanceof DataAccessResourceFailureException
                || why instanceof DuplicateKeyException
                || why instanceof TransactionException
                || why instanceof UncheckedIOException;
    }

    private static Later after(int tries) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return new Later(tries + 1, System.nanoTime() + pause.toNanos());
    }
}
