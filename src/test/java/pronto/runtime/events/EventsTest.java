package pronto.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.RealDatabase;
import pronto.runtime.RuntimeModule;

@RuntimeModule
class EventsTest extends RealDatabase {

    record Knock(String who) {}

    private static final Queue<String> heard = new ConcurrentLinkedQueue<>();

    static class Door {

        @ApplicationModuleListener
        void open(Knock knock) {
            heard.add(knock.who());
            if (knock.who().equals("twice")
                    && heard.stream().filter("twice"::equals).count() == 1) {
                throw new IllegalStateException("nobody at home the first time");
            }
        }
    }

    @TestConfiguration
    @Import(Door.class)
    static class House {}

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private StaleEvents stale;

    @Autowired
    private JdbcClient database;

    @Test
    void an_event_whose_listener_failed_is_sent_again_until_it_succeeds() {
        transaction.executeWithoutResult(status -> events.publishEvent(new Knock("twice")));

        await().untilAsserted(() -> assertThat(open()).isZero());
        assertThat(heard).filteredOn("twice"::equals).hasSize(2);
    }

    @Test
    void what_a_dead_start_left_open_is_sent_by_the_next() {
        leftOpen("left");

        stale.start();

        await().untilAsserted(() -> assertThat(heard).contains("left"));
        await().untilAsserted(() -> assertThat(open()).isZero());
    }

    private void leftOpen(String who) {
        database.sql("""
                        insert into runtime.event_publication
                            (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
                        values (gen_random_uuid(), :listener, :type, :event, clock_timestamp(), 'PROCESSING', 1)
                        """)
                .param("listener", Door.class.getName() + ".open(" + Knock.class.getName() + ")")
                .param("type", Knock.class.getName())
                .param("event", "{\"who\":\"" + who + "\"}")
                .update();
    }

    private long open() {
        return database.sql("select count(*) from runtime.event_publication")
                .query(Long.class)
                .single();
    }
}
