package pronto.ui.live;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import pronto.runtime.Change;
import pronto.runtime.ChangeFeed;

/**
 * What one tab hears. A thread of its own writes, so that a slow one holds up nobody; what gathers meanwhile is told
 * in one go, and once there is too much of a topic only that it changed.
 */
class Stream {

    // A browser opens it again by itself; so nobody listens for long after their session ended.
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration GATHER = Duration.ofMillis(50);
    private static final int MOST = 200;

    private final SseEmitter emitter;
    private final Set<String> topics;
    private final ChangeFeed.Place begins;
    private final Consumer<Stream> ended;
    private final Set<String> waiting = new LinkedHashSet<>();
    private boolean closed;

    Stream(Set<String> topics, ChangeFeed.Place begins, Consumer<Stream> ended) {
        this.topics = topics;
        this.begins = begins;
        this.ended = ended;
        this.emitter = new SseEmitter(
                LONGEST.plusSeconds(ThreadLocalRandom.current().nextInt(60)).toMillis());
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(error -> close());
    }

    SseEmitter emitter() {
        return emitter;
    }

    void start() {
        Thread.ofVirtual().name("live").start(this::write);
    }

    synchronized void tell(List<Change> changes) {
        for (var change : changes) {
            if (topics.contains(change.topic())) {
                waiting.add(change.topic() + ':' + change.key());
            }
        }
        if (waiting.size() > MOST) {
            var many = waiting.stream()
                    .map(name -> name.substring(0, name.indexOf(':')) + ":*")
                    .distinct()
                    .toList();
            waiting.clear();
            waiting.addAll(many);
        }
        notifyAll();
    }

    /** Nobody knows what was missed. */
    synchronized void tellAll() {
        topics.forEach(topic -> waiting.add(topic + ":*"));
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void write() {
        try {
            emitter.send(SseEmitter.event().reconnectTime(2000).name("begins").data(begins.toString()));
            while (true) {
                var names = next();
                if (names == null) {
                    break;
                }
                emitter.send(
                        names.isEmpty()
                                ? SseEmitter.event().comment("here")
                                : SseEmitter.event().name("changed").data(names));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // The tab was closed; there is nobody to tell.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            ended.accept(this);
        }
    }

    /** The names to tell now, none for a heartbeat, null at the end. */
    private synchronized @Nullable String next() throws InterruptedException {
        if (waiting.isEmpty() && !closed) {
            wait(HEARTBEAT.toMillis());
            if (!waiting.isEmpty() && !closed) {
                wait(GATHER.toMillis());
            }
        }
        if (closed) {
            return null;
        }
        var names = String.join(" ", waiting);
        waiting.clear();
        return names;
    }
}
