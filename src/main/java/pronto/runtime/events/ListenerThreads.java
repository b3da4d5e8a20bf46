package pronto.runtime.events;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import pronto.runtime.Backlog;

/**
 * Runs the listeners of events: a few at once, the others waiting their turn. It never makes a publisher wait, who
 * holds a connection at that moment; whoever wants to be held back asks the {@link Backlog}.
 */
@Component("applicationTaskExecutor")
class ListenerThreads implements AsyncTaskExecutor, Backlog, DisposableBean {

    private static final int AT_ONCE = 8;
    /** A burst of mail is confirmed as fast as it is stored; what waits here is a number each. */
    private static final int ROOM = 1000;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final ReentrantLock lock = new ReentrantLock();
    private final java.util.concurrent.locks.Condition fewer = lock.newCondition();
    private int waiting;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("listener-", 0).factory());

    @Override
    public void execute(Runnable work) {
        count(1);
        threads.execute(() -> {
            try {
                turns.acquire();
            } catch (InterruptedException e) {
                // Ending: the event stays in the log and is sent again.
                count(-1);
                return;
            }
            try {
                work.run();
            } finally {
                turns.release();
                count(-1);
            }
        });
    }

    @Override
    public Future<?> submit(Runnable work) {
        var future = new java.util.concurrent.FutureTask<@org.jspecify.annotations.Nullable Object>(work, null);
        execute(future);
        return future;
    }

    @Override
    public <T extends @org.jspecify.annotations.Nullable Object> Future<T> submit(
            java.util.concurrent.Callable<T> work) {
        var future = new java.util.concurrent.FutureTask<T>(work);
        execute(future);
        return future;
    }

    @Override
    public void awaitRoom() {
        lock.lock();
        try {
            while (waiting >= ROOM && !threads.isShutdown()) {
                if (!fewer.await(1, TimeUnit.SECONDS)) {
                    continue;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** How many listeners run or wait for their turn. */
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private void count(int change) {
        lock.lock();
        try {
            waiting += change;
            if (waiting < ROOM) {
                fewer.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
            var unused = threads.shutdownNow();
        }
    }
}
