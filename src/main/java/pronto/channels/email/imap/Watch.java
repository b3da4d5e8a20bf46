package pronto.channels.email.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import pronto.channels.OneLine;
import pronto.runtime.Settings;

/**
 * Watches one mailbox for as long as Pronto runs. Of several nodes the one that holds it fetches, the others wait for it
 * to let go; a pulse keeps hold of it, and wakes up a connection that may have died while it was idle.
 */
final class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final Duration PULSE = Duration.ofSeconds(3);
    private static final int PULSES_A_LOOK = 6;
    /** Who knocks too often with a wrong password is locked out; a server that is away is soon back. */
    private static final Duration REFUSED = Duration.ofMinutes(10);

    private static final Duration AWAY = Duration.ofMinutes(1);

    private static final int LONGEST = 300;

    private final Settings.Mailbox settings;
    private final String mailbox;
    private final UUID me;
    private final Login login;
    private final Places places;
    private final Fetch fetch;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Connection connection;
    private volatile boolean idle;

    Watch(Settings.Mailbox settings, String mailbox, UUID me, Login login, Places places, Fetch fetch) {
        this.settings = settings;
        this.login = login;
        this.mailbox = mailbox;
        this.me = me;
        this.places = places;
        this.fetch = fetch;
    }

    void start() {
        Thread.ofVirtual().name("imap " + mailbox).start(this::watch);
        Thread.ofVirtual().name("imap pulse " + mailbox).start(this::pulse);
    }

    void end() {
        ended.countDown();
        cut();
    }

    private void watch() {
        do {
            try {
                if (places.claim(mailbox, me)) {
                    fetchWhileOurs();
                }
                places.tellIfItFailsForLong(mailbox);
            } catch (RuntimeException e) {
                // The database is away: whoever holds the mailbox when it is back goes on.
                log.warn("{}: {}", mailbox, e.toString());
            }
        } while (!isOver(PULSE));
    }

    private void fetchWhileOurs() {
        try (var open = Connection.open(settings, login)) {
            connection = open;
            while (ended.getCount() > 0) {
                fetch.everything(open);
                places.works(mailbox);
                await(open);
            }
            places.release(mailbox, me);
        } catch (Held.NotOurs e) {
            log.info("{}", e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (MessagingException | IOException | RuntimeException e) {
            // A folder that was closed under our hands says so as an illegal state, an answer without sense in many
            // ways.
            failed(e);
        } finally {
            connection = null;
        }
    }

    /** Until something happens there, or until it is time to look anyway. */
    private void await(Connection open) throws MessagingException {
        if (open.canIdle()) {
            idle = true;
            try {
                open.folder().idle(true);
            } finally {
                idle = false;
            }
        } else if (!isOver(PULSE.multipliedBy(2))) {
            open.folder().getMessageCount();
        }
    }

    private void failed(Exception failure) {
        if (ended.getCount() == 0) {
            places.release(mailbox, me);
            return;
        }
        boolean refused = failure instanceof AuthenticationFailedException;
        var said = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        // It may be the other server's own words, which no database need be able to keep.
        var why = OneLine.of(refused ? "login refused: " + said : said, LONGEST);
        log.warn("{}: {}", mailbox, why);
        places.failed(mailbox, why, refused ? REFUSED : AWAY);
    }

    private void pulse() {
        for (int pulse = 1; !isOver(PULSE); pulse++) {
            var open = connection;
            if (open != null) {
                try {
                    if (!places.renew(mailbox, me)) {
                        cut();
                    } else if (idle && pulse % PULSES_A_LOOK == 0) {
                        open.folder().getMessageCount();
                    }
                } catch (RuntimeException | MessagingException e) {
                    log.debug("{}: {}", mailbox, e.toString());
                }
            }
        }
    }

    private void cut() {
        var open = connection;
        if (open != null) {
            open.close();
        }
    }

    private boolean isOver(Duration pause) {
        try {
            return ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
