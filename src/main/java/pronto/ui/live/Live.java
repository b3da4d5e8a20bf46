package pronto.ui.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import pronto.runtime.Change;
import pronto.runtime.ChangeFeed;
import pronto.runtime.ChangeListener;

/** The open screens of this node; each hears of the changes that concern it, by their names alone. */
@Component
class Live implements ChangeListener, SmartLifecycle {

    private static final int MOST = 500;

    private final ChangeFeed feed;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Live(ChangeFeed feed) {
        this.feed = feed;
    }

    /** A new stream for a tab that shows these topics and knows everything up to this place. */
    Stream open(Set<String> topics, String after) {
        var begins = feed.told();
        var stream = new Stream(topics, begins, streams::remove);
        streams.add(stream);
        catchUp(stream, after);
        stream.start();
        if (!running) {
            stream.close();
        }
        return stream;
    }

    /** What was told before the stream was there to hear it; twice is harmless. */
    private void catchUp(Stream stream, String after) {
        place(after)
                .flatMap(place -> feed.after(place, MOST))
                .map(ChangeFeed.Batch::changes)
                .filter(missed -> missed.size() < MOST)
                .ifPresentOrElse(stream::tell, stream::tellAll);
    }

    private static Optional<ChangeFeed.Place> place(String written) {
        try {
            return Optional.of(ChangeFeed.Place.parse(written));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public void changed(List<Change> changes) {
        streams.forEach(stream -> stream.tell(changes));
    }

    int open() {
        return streams.size();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its requests to end: these would not by themselves. */
    @Override
    public void stop() {
        running = false;
        streams.forEach(Stream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
