package pronto.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import pronto.runtime.Change;
import pronto.runtime.ChangeFeed;
import pronto.runtime.ChangeListener;
import pronto.runtime.Home;
import pronto.runtime.Stages;

/** The search of this node: opens its index, has it follow the database, and asks it. */
@Component
class NodeSearch implements Search, ChangeListener, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NodeSearch.class);
    private static final Duration REOPEN_AFTER = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Path folder;
    private final InstantSource time;
    private final ChangeFeed feed;
    private final ObjectProvider<SearchSource> sources;
    private final Stages stages;
    private volatile @Nullable TextIndex index;
    private volatile @Nullable Following following;
    private @Nullable Thread thread;

    NodeSearch(Home home, InstantSource time, ChangeFeed feed, ObjectProvider<SearchSource> sources, Stages stages) {
        this.stages = stages;
        this.folder = home.search();
        this.time = time;
        this.feed = feed;
        this.sources = sources;
    }

    Duration behind() {
        var follower = following;
        return follower == null ? Duration.ZERO : follower.behind();
    }

    @Override
    public Found find(Query query) {
        var open = index;
        var follower = following;
        if (open == null || follower == null) {
            return new Found(List.of(), 0, false, true);
        }
        try {
            return open.find(query, follower.isBuilding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void changed(List<Change> changes) {
        var follower = following;
        if (follower != null) {
            follower.wake();
        }
    }

    @Override
    public void start() {
        follow();
        thread = Thread.ofPlatform().name("search").daemon().start(this::stay);
    }

    /** An index that broke, by a full disk for one, is opened and if need be built again. */
    private void stay() {
        for (var follower = following; follower != null; follower = following) {
            follower.run();
            if (!follower.isRunning()) {
                return;
            }
            close();
            LockSupport.parkNanos(REOPEN_AFTER.toNanos());
            follow();
        }
    }

    private void follow() {
        try {
            var opened = open();
            index = opened;
            following = new Following(opened, new Sources(sources.stream().toList()), feed, stages);
        } catch (IOException e) {
            throw new UncheckedIOException("the search index in " + folder + " cannot be opened", e);
        }
    }

    private void close() {
        var open = index;
        index = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                log.warn("The search index was not closed: {}", e.getMessage());
            }
        }
    }

    private TextIndex open() throws IOException {
        Files.createDirectories(folder);
        try {
            return new TextIndex(folder, time);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | IllegalArgumentException e) {
            // Broken, or sorted otherwise by another version of us. It is only a copy: what cannot be read is made
            // again.
            log.warn("The search index cannot be read and is made again: {}", e.getMessage());
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            return new TextIndex(folder, time);
        }
    }

    @Override
    public void stop() {
        var follower = following;
        if (follower == null || thread == null) {
            return;
        }
        follower.stop();
        try {
            thread.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        following = null;
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }
}
