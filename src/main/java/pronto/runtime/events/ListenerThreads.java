package pronto.runtime.events;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Runs the listeners of events: a few at once, the others waiting their turn. It never makes a publisher wait, who
 * holds a connection at that moment.
 */
@Component("applicationTaskExecutor")
class ListenerThreads implements AsyncTaskExecutor, DisposableBean {

    private static final int AT_ONCE = 8;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("listener-", 0).factory());

    @Override
    public void execute(Runnable work) {
        waiting.incrementAndGet();
        threads.execute(() -> {
            try {
                turns.acquire();
            } catch (InterruptedException e) {
                // Ending: the event stays in the log and is sent again.
                waiting.decrementAndGet();
                return;
            }
            try {
                work.run();
            } finally {
                turns.release();
                waiting.decrementAndGet();
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

    /** How many listeners run or wait for their turn. */
    int waiting() {
        return waiting.get();
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
            var unused = threads.shutdownNow();
        }
    }
}
