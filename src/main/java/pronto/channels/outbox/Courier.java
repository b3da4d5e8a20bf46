package pronto.channels.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import pronto.runtime.Change;
import pronto.runtime.ChangeListener;

/** Looks every second, and at every hint, for mail that is due, and sends it off: on each node, none of it twice at once. */
@Component
class Courier implements SmartLifecycle, ChangeListener {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int CONVERSATIONS = 4;
    private static final int LETTERS = 10;
    private static final int LONGEST_PAUSE = 30;

    private final Deliveries deliveries;
    private final @Nullable Carrier carrier;
    private final Semaphore conversations = new Semaphore(CONVERSATIONS);
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean running;

    Courier(Deliveries deliveries, RelaySetting setting) {
        this.deliveries = deliveries;
        this.carrier =
                setting.relay().map(relay -> new Carrier(relay, deliveries)).orElse(null);
    }

    @Override
    public void changed(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.topic().equals(StoredOutbox.TOPIC))) {
            ring();
        }
    }

    @Override
    public void start() {
        running = true;
        if (carrier != null) {
            Thread.ofVirtual().name("outbox").start(() -> repeat(() -> deliver(carrier)));
            Thread.ofVirtual()
                    .name("outbox-leases")
                    .start(() -> repeat(() -> {
                        TimeUnit.MILLISECONDS.sleep(HEARTBEAT.toMillis());
                        carrier.renewLeases();
                    }));
            Thread.ofVirtual()
                    .name("outbox-late")
                    .start(() -> repeat(() -> {
                        TimeUnit.MILLISECONDS.sleep(HEARTBEAT.toMillis());
                        deliveries.tellOfLate();
                    }));
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void repeat(Step step) {
        while (running) {
            try {
                step.run();
            } catch (DataAccessException | TransactionException e) {
                log.warn("The outbox waits for the database: {}", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void deliver(Carrier carrier) throws InterruptedException {
        conversations.acquire();
        var handedOver = false;
        try {
            var claimed = running ? deliveries.claim(LETTERS) : List.<Claimed>of();
            if (!claimed.isEmpty()) {
                handedOver = true;
                Thread.ofVirtual().name("outbox-relay").start(() -> carry(carrier, claimed));
            }
        } finally {
            if (!handedOver) {
                conversations.release();
            }
        }
        if (!handedOver) {
            var unused = bell.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (failures.get() > 0) {
            // A relay that is away is asked by one letter now and then, not by all of them.
            TimeUnit.SECONDS.sleep(Math.min(LONGEST_PAUSE, 1L << Math.min(failures.get(), 5)));
        }
    }

    private void carry(Carrier carrier, List<Claimed> claimed) {
        try {
            if (carrier.carry(claimed)) {
                failures.set(0);
            } else {
                failures.incrementAndGet();
            }
        } catch (RuntimeException e) {
            log.error("Letters could not be carried", e);
        } finally {
            conversations.release();
            ring();
        }
    }

    private void ring() {
        var unused = bell.offer(Boolean.TRUE);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is being handed over may end; what is not over by then is taken up again when its lease ends. */
    @Override
    public void stop() {
        running = false;
        ring();
        try {
            var unused = conversations.tryAcquire(CONVERSATIONS, 2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
