package pronto.runtime.changes;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Wakes the feed of this node; any number of rings before it looks are one. */
@Component
class Bell {

    private final Semaphore rung = new Semaphore(0);
    private final AtomicBoolean ours = new AtomicBoolean();

    /** Something was committed here: the other nodes must hear of it too. */
    void ring() {
        ours.set(true);
        rung.release();
    }

    /** Another node says that it committed something. */
    void ringFromOutside() {
        rung.release();
    }

    /** Waits for a ring, but no longer than this; says whether other nodes must be told. */
    boolean await(long millis) throws InterruptedException {
        if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
        return ours.getAndSet(false);
    }
}
