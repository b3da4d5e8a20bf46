package pronto.bench;

import java.util.Arrays;

/** Times taken, in nanoseconds, and their percentiles in milliseconds. */
final class Latencies {

    private long[] taken = new long[1024];
    private int count;

    synchronized void add(long nanos) {
        if (count == taken.length) {
            taken = Arrays.copyOf(taken, count * 2);
        }
        taken[count++] = nanos;
    }

    /** The time that this share of all stayed within. */
    synchronized double percentile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(taken, count);
        Arrays.sort(sorted);
        var index = (int) Math.ceil(share * count) - 1;
        return sorted[Math.clamp(index, 0, count - 1)] / 1e6;
    }

    synchronized int count() {
        return count;
    }
}
