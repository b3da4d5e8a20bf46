package pronto.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Reads all there is to find into an empty index, on several threads, while the program already serves. */
final class Building {

    private static final int AT_ONCE = 500;
    private static final int REFRESHED_EVERY = 40;

    private final Sources sources;
    private final TextIndex index;
    private final BooleanSupplier goesOn;

    Building(Sources sources, TextIndex index, BooleanSupplier goesOn) {
        this.sources = sources;
        this.index = index;
        this.goesOn = goesOn;
    }

    /** Goes through everything; {@code meanwhile} runs between two pages, so that what changes now is found now. */
    void run(Meanwhile meanwhile) throws IOException {
        var threads = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 4);
        var places = new Semaphore(threads * 2);
        // Threads of the platform, and never interrupted: an interrupt closes the files that Lucene is writing.
        var workers = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().name("search-building-", 0).daemon().factory());
        try {
            var pages = 0;
            var work = new ArrayList<Future<?>>();
            for (var source : sources.all()) {
                var ids = source.idsAfter(0, AT_ONCE);
                while (!ids.isEmpty() && goesOn.getAsBoolean()) {
                    var page = ids;
                    places.acquireUninterruptibly();
                    work.add(workers.submit(() -> {
                        try {
                            sources.take(source, page, index);
                        } finally {
                            places.release();
                        }
                        return page.size();
                    }));
                    if (++pages % REFRESHED_EVERY == 0) {
                        check(work);
                        meanwhile.run();
                    }
                    ids = source.idsAfter(ids.getLast(), AT_ONCE);
                }
            }
            check(work);
        } finally {
            workers.close();
        }
    }

    /** Waits for what was handed out; a page that failed fails the whole. */
    private static void check(List<Future<?>> work) throws IOException {
        for (var page : work) {
            try {
                page.get();
            } catch (ExecutionException e) {
                throw new IOException("a page could not be read", e.getCause());
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }
        work.clear();
    }

    interface Meanwhile {
        void run() throws IOException;
    }
}
