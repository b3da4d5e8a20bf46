package pronto.people;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/** What came of some work, and what it cost the processor in this thread, however busy the machine is with other things. */
public record Effort<T>(T result, Duration spent) {

    public static <T> Effort<T> of(Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        var result = work.get();
        return new Effort<>(result, Duration.ofNanos(threads.getCurrentThreadCpuTime() - start));
    }
}
