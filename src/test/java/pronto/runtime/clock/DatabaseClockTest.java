package pronto.runtime.clock;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pronto.runtime.Change;
import pronto.runtime.Changes;
import pronto.runtime.database.TestDatabases;

/** On a database whose clock goes other than this machine's. */
class DatabaseClockTest {

    private static final TemporalUnitOffset ABOUT = within(10, ChronoUnit.SECONDS);

    private static final int LOCK = 4711;

    private final DataSource source = withAClockOfItsOwn();
    private final JdbcClient database = JdbcClient.create(source);
    private DatabaseClock clock;

    @BeforeEach
    void aNodeStarts() {
        theDatabaseIsAhead(ofHours(5));
        clock = node();
    }

    @AfterEach
    void itEnds() {
        clock.destroy();
    }

    @Test
    void whoever_asks_is_told_the_time_of_the_database_and_not_of_the_machine() {
        assertThat(clock.instant()).isCloseTo(Instant.now().plus(ofHours(5)), ABOUT);
    }

    @Test
    void two_nodes_tell_the_same_time() {
        var other = node();
        var apart = Duration.between(clock.instant(), other.instant());
        other.destroy();

        assertThat(apart).isBetween(ofSeconds(-1), ofSeconds(1));
    }

    @Test
    void a_shift_that_another_node_sets_is_followed_as_soon_as_it_is_heard_of() {
        database.sql("update runtime.installation set clock_shift = interval '2 days'")
                .update();
        clock.changed(List.of(new Change("clock", "shift", Instant.now())));

        assertThat(clock.current()).isEqualTo(Duration.ofDays(2));
        assertThat(clock.instant()).isCloseTo(Instant.now().plus(ofHours(53)), ABOUT);
        database.sql("update runtime.installation set clock_shift = interval '0'")
                .update();
    }

    @Test
    void a_database_that_was_set_right_is_followed() {
        theDatabaseIsAhead(ofHours(1));
        clock.changed(List.of(new Change("clock", "shift", Instant.now())));

        assertThat(clock.instant()).isCloseTo(Instant.now().plus(ofHours(1)), ABOUT);
    }

    @Test
    void while_the_database_is_away_time_goes_on_from_what_it_said_last() {
        database.sql("drop function ahead.clock_timestamp()").update();
        database.sql("alter table runtime.installation rename to away").update();
        clock.changed(List.of(new Change("clock", "shift", Instant.now())));
        database.sql("alter table runtime.away rename to installation").update();

        var before = clock.instant();
        assertThat(before).isCloseTo(Instant.now().plus(ofHours(5)), ABOUT);
        assertThat(clock.instant()).isAfterOrEqualTo(before);
    }

    @Test
    void an_answer_that_was_long_on_its_way_does_not_take_the_place_of_a_later_one() throws Exception {
        theFirstAnswerTakesUntilTheLockIsLetGo();
        try (var other = source.getConnection();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            var first = Thread.ofPlatform().start(this::hearOfAShift);
            await().until(() -> database.sql(
                                    "select count(*) from pg_locks where locktype = 'advisory' and not granted and database ="
                                            + " (select oid from pg_database where datname = current_database())")
                            .query(Long.class)
                            .single()
                    == 1);
            database.sql("update runtime.installation set clock_shift = interval '2 days'")
                    .update();
            var second = Thread.ofPlatform().start(this::hearOfAShift);
            await().until(() ->
                    EnumSet.of(Thread.State.BLOCKED, Thread.State.TERMINATED).contains(second.getState()));
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            first.join();
            second.join();
        }

        assertThat(clock.current()).isEqualTo(Duration.ofDays(2));
        database.sql("update runtime.installation set clock_shift = interval '0'")
                .update();
    }

    private void hearOfAShift() {
        clock.changed(List.of(new Change("clock", "shift", Instant.now())));
    }

    private void theFirstAnswerTakesUntilTheLockIsLetGo() {
        database.sql("create sequence ahead.asked").update();
        database.sql("create or replace function ahead.clock_timestamp() returns timestamptz language plpgsql as"
                        + " $$ begin if nextval('ahead.asked') = 1 then perform pg_advisory_xact_lock(" + LOCK
                        + "); end if; return pg_catalog.clock_timestamp(); end $$")
                .update();
    }

    private DatabaseClock node() {
        return new DatabaseClock(database, new StaticListableBeanFactory().getBeanProvider(Changes.class));
    }

    private void theDatabaseIsAhead(Duration by) {
        database.sql("create or replace function ahead.clock_timestamp() returns timestamptz language sql as"
                        + " $$ select pg_catalog.clock_timestamp() + interval '" + by.toSeconds() + " seconds' $$")
                .update();
    }

    /** Its {@code clock_timestamp()} is found before PostgreSQL's own. */
    private static DataSource withAClockOfItsOwn() {
        var fresh = TestDatabases.fresh();
        var source = new DriverManagerDataSource(
                fresh.url() + (fresh.url().contains("?") ? "&" : "?") + "options=-c%20search_path=ahead,pg_catalog",
                fresh.user(),
                fresh.password());
        JdbcClient.create(source).sql("create schema ahead").update();
        return source;
    }
}
