package pronto.runtime.changes;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.Change;
import pronto.runtime.ChangeFeed;
import pronto.runtime.ChangeListener;
import pronto.runtime.Changes;
import pronto.runtime.RealDatabase;
import pronto.runtime.RuntimeModule;
import pronto.runtime.database.Connections;

@RuntimeModule
class ChangesTest extends RealDatabase {

    private static final Queue<Change> heard = new ConcurrentLinkedQueue<>();

    @TestConfiguration
    static class Ear {
        @Bean
        ChangeListener ear() {
            return heard::addAll;
        }
    }

    @Autowired
    private Changes changes;

    @Autowired
    private ChangeFeed feed;

    @Autowired
    private StoredFeed stored;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Connections connections;

    @Test
    void what_is_committed_is_heard_and_what_is_rolled_back_never() {
        transaction.executeWithoutResult(status -> {
            changes.record("ticket", "rolled back");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            changes.record("ticket", "kept");
            changes.record("ticket", "kept");
        });

        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(heard("ticket")).containsExactly("kept"));
    }

    @Test
    void a_change_made_elsewhere_is_heard_too() throws SQLException {
        try (var elsewhere = connections.open("test")) {
            insert(elsewhere, "elsewhere", "1");
        }

        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(heard("elsewhere")).containsExactly("1"));
    }

    @Test
    void whoever_commits_late_is_not_skipped() throws SQLException {
        var start = feed.now();
        try (var slow = connections.open("slow");
                var quick = connections.open("quick")) {
            slow.setAutoCommit(false);
            insert(slow, "late", "first begun");
            insert(quick, "late", "first done");

            assertThat(keysAfter(start))
                    .as("nothing is read past one that still runs")
                    .isEmpty();

            slow.commit();
        }

        await().untilAsserted(() -> assertThat(keysAfter(start)).containsExactly("first begun", "first done"));
    }

    @Test
    void a_place_of_another_epoch_or_from_before_the_trimming_is_refused() {
        var here = feed.now();
        var foreign = new ChangeFeed.Place(UUID.randomUUID(), here.transaction(), here.row());
        changes.record("trim", "old");
        database.sql("update runtime.change set at = at - interval '2 days' where topic = 'trim'")
                .update();

        stored.trim();

        assertThat(feed.after(foreign, 10)).isEmpty();
        assertThat(feed.after(here, 10)).isEmpty();
        assertThat(feed.after(feed.now(), 10)).isPresent();
    }

    @Test
    void a_place_can_be_written_down() {
        var place = feed.now();

        assertThat(ChangeFeed.Place.parse(place.toString())).isEqualTo(place);
    }

    private static void insert(Connection connection, String topic, String key) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into runtime.change (topic, key, at) values (?, ?, clock_timestamp())")) {
            statement.setString(1, topic);
            statement.setString(2, key);
            statement.executeUpdate();
        }
    }

    private static List<String> heard(String topic) {
        return heard.stream()
                .filter(change -> change.topic().equals(topic))
                .map(Change::key)
                .toList();
    }

    private List<String> keysAfter(ChangeFeed.Place place) {
        return feed.after(place, 100).orElseThrow().changes().stream()
                .filter(change -> change.topic().equals("late"))
                .map(Change::key)
                .toList();
    }
}
