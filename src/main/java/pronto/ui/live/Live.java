package pronto.ui.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import pronto.runtime.Change;
import pronto.runtime.ChangeListener;

/** The open screens of this node; each hears of the changes that concern it, by their names alone. */
@Component
class Live implements ChangeListener, SmartLifecycle {

    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    /** A new stream for a tab that shows these topics. */
    Stream open(Set<String> topics) {
        var stream = new Stream(topics, streams::remove);
        streams.add(stream);
        stream.start();
        if (!running) {
            stream.close();
        }
        return stream;
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
