package pronto.search;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pronto.runtime.Change;
import pronto.runtime.ChangeFeed;
import pronto.runtime.ChangeFeed.Place;
import pronto.runtime.Stages;
import pronto.runtime.Stages.Stage;

/** Keeps an index with the database: follows the feed from where it stands, or builds it anew and then follows. */
final class Following implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Following.class);
    private static final int BATCH = 2_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    /** Between two looks, however much happens: many small steps cost several times what one larger one does. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** The same while much happens. */
    private static final Duration LONG_PAUSE = Duration.ofMillis(600);

    private static final int MUCH = 50;
    // The index can be made again, and follows from where it was kept: what is lost is work.
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(30);

    private final TextIndex index;
    private final Sources sources;
    private final ChangeFeed feed;
    private final Stages stages;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running = true;
    private volatile boolean building = true;
    private Optional<Place> place;
    private volatile long readToItsEnd = System.nanoTime();
    private long committed = System.nanoTime();
    private long looked = committed;
    private int seen;

    Following(TextIndex index, Sources sources, ChangeFeed feed, Stages stages) {
        this.stages = stages;
        this.index = index;
        this.sources = sources;
        this.feed = feed;
        this.place = Note.read(index.note(), sources.kinds()).map(Note::place);
    }

    boolean isRunning() {
        return running;
    }

    boolean isBuilding() {
        return building;
    }

    /** Since when the index may lack something; half a second old is as new as it gets. */
    Duration behind() {
        return Duration.ofNanos(System.nanoTime() - readToItsEnd);
    }

    /** Something changed: look now. */
    void wake() {
        wake.release();
    }

    void stop() {
        running = false;
        wake();
    }

    /** Ends when it is told to, or when the index broke and must be opened again. */
    @Override
    public void run() {
        while (running && index.isOpen()) {
            try {
                if (place.isEmpty()) {
                    place = build();
                } else {
                    place = follow(place.get());
                    if (place.isEmpty()) {
                        log.info("The search index is of another time: it is built anew");
                    }
                }
                building = place.isEmpty();
                keep(false);
                if (!building) {
                    await();
                }
            } catch (IOException | RuntimeException e) {
                if (running) {
                    log.warn("The search index stands still: {}", e.toString());
                    await();
                }
            }
        }
        keepLast();
    }

    /** Reads on to the end of the feed; nothing where the feed does not know this place. */
    private Optional<Place> follow(Place from) throws IOException {
        var place = from;
        seen = 0;
        while (true) {
            var batch = feed.after(place, BATCH);
            if (batch.isEmpty()) {
                return Optional.empty();
            }
            seen += batch.get().changes().size();
            var changes = batch.get().changes();
            if (!changes.isEmpty()) {
                stages.time(Stage.INDEX, () -> take(changes));
            }
            place = batch.get().next();
            if (batch.get().changes().size() < BATCH || !running) {
                readToItsEnd = System.nanoTime();
                return Optional.of(place);
            }
        }
    }

    private boolean take(List<Change> changes) throws IOException {
        var ours = sources.follow(changes, index);
        if (ours) {
            index.refresh();
        }
        return ours;
    }

    /** Nothing where it was stopped before its end: then the next start begins again. */
    private Optional<Place> build() throws IOException {
        var start = feed.now();
        var since = System.nanoTime();
        index.forgetAll();
        index.expect(true);
        var live = new Place[] {start};
        try {
            new Building(sources, index, () -> running).run(() -> {
                live[0] = follow(live[0]).orElse(live[0]);
                index.refresh();
            });
        } finally {
            index.expect(false);
        }
        if (!running) {
            return Optional.empty();
        }
        // From the start once more: a page that was read before a change may have been written after it.
        var end = follow(start);
        index.refresh();
        log.info(
                "The search index was built of {} things in {} s",
                index.size(),
                Duration.ofNanos(System.nanoTime() - since).toSeconds());
        committed = 0;
        // What was read is a heap full of texts; the collector gives it back to the system only when it goes over all.
        System.gc();
        return end;
    }

    private void keep(boolean now) throws IOException {
        var due = now || committed == 0 || System.nanoTime() - committed > COMMIT_EVERY.toNanos();
        if (place.isPresent() && due) {
            index.commit(Note.of(sources.kinds(), place.get()).write());
            committed = System.nanoTime();
        }
    }

    private void keepLast() {
        try {
            if (index.isOpen()) {
                keep(true);
            }
        } catch (IOException e) {
            log.warn("The search index could not be kept, and follows again from where it was: {}", e.toString());
        }
    }

    private void await() {
        try {
            if (wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                // Nothing left to wait after a quiet time: what comes alone is found at once.
                var early = (seen < MUCH ? PAUSE : LONG_PAUSE).toNanos() - (System.nanoTime() - looked);
                if (early > 0 && running) {
                    TimeUnit.NANOSECONDS.sleep(early);
                }
                wake.drainPermits();
            }
            looked = System.nanoTime();
        } catch (InterruptedException e) {
            // Nobody of ours does that; an interrupted thread would close the files that Lucene is writing.
            Thread.interrupted();
        }
    }
}
