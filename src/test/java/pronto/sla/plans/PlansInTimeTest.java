package pronto.sla.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import pronto.people.Emptied;
import pronto.runtime.RealDatabase;
import pronto.sla.PlanSaid;
import pronto.sla.Plans;
import pronto.sla.Priority;
import pronto.sla.SlaEvent;
import pronto.timeline.Actor;

@SpringBootTest
@RecordApplicationEvents
class PlansInTimeTest extends RealDatabase {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    @Autowired
    private Plans plans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ApplicationEvents events;

    @BeforeEach
    void nothing() {
        Emptied.of(db, "sla.plan");
    }

    @Test
    void a_new_plan_holds_for_ever_and_a_change_from_its_day_on() {
        put("PT4H", null);
        put("PT2H", MARCH);

        assertThat(pickup(MARCH.minusSeconds(1))).isEqualTo("PT4H");
        assertThat(pickup(MARCH)).isEqualTo("PT2H");
        assertThat(pickup(FAR)).isEqualTo("PT2H");
    }

    @Test
    void a_later_correction_of_the_past_holds_until_the_next_change() {
        put("PT4H", null);
        put("PT2H", MAY);
        put("PT3H", MARCH);

        assertThat(pickup(MARCH)).isEqualTo("PT3H");
        assertThat(pickup(MAY)).isEqualTo("PT2H");
        put("PT1H", MAY);
        assertThat(pickup(MAY)).as("of two that begin together the later word").isEqualTo("PT1H");
        assertThat(plans.versions("Gold")).hasSize(3);
    }

    @Test
    void who_goes_by_a_plan_hears_of_a_change_that_holds_and_not_of_one_to_come() {
        put("PT4H", null);
        put("PT2H", FAR);

        assertThat(events.stream(SlaEvent.PlanChanged.class)).hasSize(1);
        assertThat(plans.current("gold").orElseThrow().plan().of(Priority.P1).pickup())
                .hasHours(4);
        assertThat(plans.on("Gold", FAR).orElseThrow().of(Priority.P1).pickup()).hasHours(2);
        assertThat(plans.on("Silver", FAR)).isEmpty();
    }

    @Test
    void one_that_is_written_for_later_alone_promises_nothing_before() {
        put("PT4H", FAR);

        assertThat(plans.on("Gold", FAR.minusSeconds(1))).isEmpty();
        assertThat(plans.all()).hasSize(1);
    }

    private void put(String pickup, @Nullable Instant from) {
        var targets = Map.of("P1", new PlanSaid.Promises(pickup, null, null, null, null));
        plans.put(
                "Gold",
                new PlanSaid(null, List.of("email"), "always", null, Map.copyOf(targets)),
                from,
                version -> {},
                Actor.PRONTO);
    }

    private String pickup(Instant at) {
        return String.valueOf(plans.on("Gold", at).orElseThrow().of(Priority.P1).pickup());
    }
}
