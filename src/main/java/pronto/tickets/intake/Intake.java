package pronto.tickets.intake;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import pronto.channels.MailCame;

/**
 * Takes each mail that came in to its place, exactly once: some hands on every node, each taking several of those that
 * wait, at every hint and every second. Who dies at it has done nothing, and the next one finds them waiting.
 */
@Component
class Intake implements SmartLifecycle, MailCame {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private static final int HANDS = 4;
    private static final int AT_ONCE = 16;
    private static final long LOOK_MILLIS = 1_000;
    private static final long LAST_SECONDS = 2;

    private final Filing filing;
    private final Troubles troubles;
    private final Semaphore hints = new Semaphore(0);
    private volatile boolean running;
    private volatile CountDownLatch working = new CountDownLatch(0);

    Intake(Filing filing) {
        this.filing = filing;
        this.troubles = new Troubles(filing);
    }

    @Override
    public void lookForMail() {
        hints.release();
    }

    /** Before the doors open, and until they are closed. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 200;
    }

    @Override
    public void start() {
        running = true;
        working = new CountDownLatch(HANDS);
        for (int i = 0; i < HANDS; i++) {
            Thread.ofVirtual().name("filing-" + i).start(this::work);
        }
    }

    private void work() {
        try {
            while (running) {
                if (!fileSome() && hints.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    // One look finds all that came so far.
                    hints.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            working.countDown();
        }
    }

    /** Whether there may be more. Whatever fails, the hand goes on: nobody would put another one in its place. */
    private boolean fileSome() throws InterruptedException {
        try {
            return fileTogether();
        } catch (RuntimeException e) {
            log.warn("Mail waits for the database: {}", e.getMessage());
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            return running;
        }
    }

    private boolean fileTogether() {
        try {
            var filed = filing.fileNext(AT_ONCE, troubles.senders());
            troubles.over(filed);
            return !filed.isEmpty();
        } catch (Filing.NotFiled spoiled) {
            return fileOneByOne();
        }
    }

    /** One that cannot be filed must not spoil its neighbours. */
    private boolean fileOneByOne() {
        for (int i = 0; i < AT_ONCE && running; i++) {
            try {
                var filed = filing.fileNext(1, troubles.senders());
                troubles.over(filed);
                if (filed.isEmpty()) {
                    return false;
                }
            } catch (Filing.NotFiled trouble) {
                troubles.with(trouble);
            }
        }
        return running;
    }

    /** Its last transactions may end; what is not over by then is as if it had not begun. */
    @Override
    public void stop() {
        running = false;
        hints.release(HANDS);
        try {
            var unused = working.await(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
