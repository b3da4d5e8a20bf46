package pronto.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pronto.runtime.Change;
import pronto.runtime.ChangeFeed;
import pronto.runtime.Stages;

class FollowingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path folder;

    private final Shelf shelf = new Shelf();
    private final Feed feed = new Feed();
    private @Nullable TextIndex index;
    private @Nullable Following following;
    private @Nullable Thread thread;

    @AfterEach
    void stop() throws Exception {
        if (following != null && thread != null && index != null) {
            following.stop();
            thread.join();
            index.close();
            following = null;
        }
    }

    @Test
    void what_is_there_at_the_first_start_is_found() throws Exception {
        for (var i = 1; i <= 2_345; i++) {
            shelf.put(i, "book " + i);
        }
        start();

        await().until(() -> !building());
        assertThat(count("book")).isGreaterThanOrEqualTo(1_000);
        assertThat(find("2345")).containsExactly(2_345L);
    }

    @Test
    void a_change_is_found_and_what_is_gone_is_not() throws Exception {
        start();
        await().until(() -> !building());

        write(1, "first words");
        await().until(() -> find("words").equals(List.of(1L)));
        write(1, "second thoughts");
        await().until(() -> find("words").isEmpty() && find("thoughts").equals(List.of(1L)));
        shelf.books.remove(1L);
        feed.changed("book", "1");
        await().until(() -> find("thoughts").isEmpty());
    }

    @Test
    void it_goes_on_where_it_stood_without_reading_everything_again() throws Exception {
        write(1, "before");
        start();
        await().until(() -> find("before").equals(List.of(1L)) && !building());
        stop();
        write(2, "while away");
        shelf.listed = 0;
        start();

        await().until(() -> find("away").equals(List.of(2L)));
        assertThat(find("before")).containsExactly(1L);
        assertThat(shelf.listed).isZero();
    }

    @Test
    void a_restored_database_has_its_index_built_anew() throws Exception {
        write(1, "gone with the restore");
        start();
        await().until(() -> !building());
        stop();
        shelf.books.clear();
        shelf.put(2, "restored");
        feed.epoch = UUID.randomUUID();
        start();

        await().until(() -> find("restored").equals(List.of(2L)) && !building());
        assertThat(find("gone")).isEmpty();
    }

    @Test
    void another_kind_of_things_has_the_index_built_anew() throws Exception {
        start();
        await().until(() -> !building());
        stop();
        var other = new Shelf("paper");
        other.put(7, "newspaper");
        start(shelf, other);

        await().until(() -> find("newspaper").equals(List.of(7L)));
    }

    @Test
    void one_thing_that_cannot_be_told_keeps_no_other_from_being_found() throws Exception {
        start();
        await().until(() -> !building());
        shelf.broken = 1L;
        write(1, "broken");
        await().until(() -> shelf.asked.contains(1L));
        write(2, "whole");

        await().until(() -> find("whole").equals(List.of(2L)));
    }

    @Test
    void a_database_that_is_away_for_a_while_costs_nothing() throws Exception {
        feed.away = true;
        write(1, "patience");
        start();
        await().during(Duration.ofMillis(300)).until(this::building);
        feed.away = false;

        await().until(() -> find("patience").equals(List.of(1L)));
    }

    private void start(Shelf... shelves) throws IOException {
        index = new TextIndex(folder, InstantSource.fixed(NOW));
        var sources = new Sources(shelves.length == 0 ? List.of(shelf) : List.of(shelves));
        following = new Following(index, sources, feed, new Stages(new SimpleMeterRegistry()));
        thread = Thread.ofPlatform().start(following);
    }

    private boolean building() {
        return following == null || following.isBuilding();
    }

    private void write(long id, String title) {
        shelf.put(id, title);
        feed.changed("book", Long.toString(id));
        if (following != null) {
            following.wake();
        }
    }

    private List<Long> find(String words) throws IOException {
        return found(words).matches().stream().map(Match::id).toList();
    }

    private long count(String words) throws IOException {
        return found(words).total();
    }

    private Search.Found found(String words) throws IOException {
        return index == null
                ? new Search.Found(List.of(), 0, false, true)
                : index.find(new Search.Query(words, Set.of(), null, null, Set.of(), 0, 10), false);
    }

    /** Things that can be found, without a database. */
    private static final class Shelf implements SearchSource {

        private final NavigableMap<Long, String> books = new ConcurrentSkipListMap<>();
        private final List<Long> asked = new CopyOnWriteArrayList<>();
        private final String kind;
        private volatile int listed;
        private volatile @Nullable Long broken;

        Shelf() {
            this("book");
        }

        Shelf(String kind) {
            this.kind = kind;
        }

        synchronized void put(long id, String title) {
            books.put(id, title);
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public synchronized List<Document> load(Collection<Long> ids) {
            asked.addAll(ids);
            if (broken != null && ids.contains(broken)) {
                throw new IllegalStateException("this one cannot be told");
            }
            return ids.stream()
                    .filter(books::containsKey)
                    .map(id -> new Document(
                            kind, id, books.getOrDefault(id, ""), "", List.of(), null, null, List.of(), NOW))
                    .toList();
        }

        @Override
        public synchronized List<Long> idsAfter(long id, int limit) {
            listed++;
            return books.tailMap(id, false).keySet().stream().limit(limit).toList();
        }
    }

    /** A feed of changes, without a database. */
    private static final class Feed implements ChangeFeed {
        private final List<Change> changes = new ArrayList<>();
        private volatile UUID epoch = UUID.randomUUID();
        private volatile boolean away;

        synchronized void changed(String topic, String key) {
            changes.add(new Change(topic, key, NOW));
        }

        @Override
        public Place told() {
            return now();
        }

        @Override
        public synchronized Place now() {
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            return new Place(epoch, 0, changes.size());
        }

        @Override
        public synchronized Optional<Batch> after(Place place, int limit) {
            if (!place.epoch().equals(epoch)) {
                return Optional.empty();
            }
            var from = (int) place.row();
            var to = Math.min(changes.size(), from + limit);
            return Optional.of(new Batch(List.copyOf(changes.subList(from, to)), new Place(epoch, 0, to)));
        }
    }
}
