package pronto.tickets.clocks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks every second which promises run down, on every node: a job of the scheduler would be one node's, and when that
 * one is killed the others would wait for its lease while promises break. Nothing is kept here; who tells is decided row
 * by row in the database.
 */
@Component
class ClockWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

    private final Telling telling;
    private CountDownLatch end = new CountDownLatch(0);
    private @Nullable Thread watch;

    ClockWatch(Telling telling) {
        this.telling = telling;
    }

    @Override
    public synchronized void start() {
        var stopped = new CountDownLatch(1);
        end = stopped;
        watch = Thread.ofVirtual().name("clocks").start(() -> look(stopped));
    }

    private void look(CountDownLatch stopped) {
        try {
            do {
                tell();
            } while (!stopped.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        try {
            telling.tell();
        } catch (DataAccessException | TransactionException e) {
            log.warn("The clocks could not be read: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("A clock could not be told", e);
        }
    }

    @Override
    public synchronized void stop() {
        end.countDown();
        if (watch != null) {
            try {
                watch.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            watch = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }
}
