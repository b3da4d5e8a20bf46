package pronto.sla.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pronto.sla.Impact;
import pronto.sla.Impact.CoreImpact;
import pronto.sla.Impact.Degradation;
import pronto.sla.Impact.Factor;
import pronto.sla.Impact.Reach;
import pronto.sla.Impact.Severity;
import pronto.sla.Impact.Workaround;
import pronto.sla.Priority;
import pronto.sla.PriorityTable;
import pronto.sla.PriorityTable.Rule;
import pronto.ui.Invalid;

/** What a priority table promises, over everything that can be answered and over tables that somebody might make. */
@NullUnmarked
class PriorityTableTest {

    private static final long SEED = 20261123;

    @Test
    void there_are_768_answers_and_each_has_a_priority_with_its_working() {
        var all = all();
        assertThat(all).hasSize(4 * 4 * 4 * 4 * 3).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(impact -> addsUp(PriorityTable.SHIPPED, impact));
    }

    @Test
    void the_mildest_of_all_is_p4() {
        assertThat(PriorityTable.SHIPPED.priority(Impact.MILDEST)).isEqualTo(Priority.P4);
    }

    @Test
    void data_at_risk_is_p1_whatever_else_is_true() {
        assertThat(all())
                .filteredOn(impact -> impact.severity() == Severity.DATA_AT_RISK)
                .hasSize(192)
                .allSatisfy(impact ->
                        assertThat(PriorityTable.SHIPPED.priority(impact)).isEqualTo(Priority.P1));
    }

    @Test
    void a_core_service_stopped_for_most_is_p1_whatever_else_is_true() {
        assertThat(all())
                .filteredOn(impact -> impact.coreImpact() == CoreImpact.STOPPED && impact.reach() == Reach.MOST)
                .hasSize(48)
                .allSatisfy(impact ->
                        assertThat(PriorityTable.SHIPPED.priority(impact)).isEqualTo(Priority.P1));
    }

    @Test
    void a_worse_value_never_lowers() {
        neverLowers(PriorityTable.SHIPPED);
    }

    @Test
    void every_priority_is_reached_by_somebody() {
        assertThat(all().stream().map(PriorityTable.SHIPPED::priority).distinct())
                .containsExactlyInAnyOrder(Priority.values());
    }

    @Test
    void whatever_table_somebody_can_make_keeps_the_promises() {
        var random = new Random(SEED);
        for (var made = 0; made < 300; made++) {
            var table = anyTable(random);
            neverLowers(table);
            assertThat(table.priority(Impact.MILDEST)).isEqualTo(Priority.P4);
            assertThat(all())
                    .filteredOn(impact -> impact.severity() == Severity.DATA_AT_RISK
                            || impact.coreImpact() == CoreImpact.STOPPED && impact.reach() == Reach.MOST)
                    .allMatch(impact -> table.priority(impact) == Priority.P1);
            var one = all().get(random.nextInt(768));
            addsUp(table, one);
            saysWhatWouldChange(table, one);
        }
    }

    @Test
    void what_would_change_it_is_true_and_the_nearest() {
        all().forEach(impact -> saysWhatWouldChange(PriorityTable.SHIPPED, impact));
    }

    @Test
    void one_customer_who_cannot_sell_is_p2_and_several_are_p1() {
        var one = new Impact(
                Severity.BLOCKING, CoreImpact.STOPPED, Reach.ONE_CUSTOMER, Degradation.UNUSABLE, Workaround.NONE);
        var verdict = PriorityTable.SHIPPED.of(one);
        assertThat(verdict.priority()).isEqualTo(Priority.P2);
        assertThat(verdict.points()).isEqualTo(78);
        assertThat(verdict.rules()).isEmpty();
        assertThat(verdict.changes()).anySatisfy(change -> {
            assertThat(change.value()).isEqualTo(Reach.SEVERAL_CUSTOMERS);
            assertThat(change.points()).isEqualTo(85);
            assertThat(change.priority()).isEqualTo(Priority.P1);
        });
    }

    @Test
    void a_rule_that_speaks_is_named() {
        var verdict = PriorityTable.SHIPPED.of(Impact.MILDEST.with(Factor.SEVERITY, Severity.DATA_AT_RISK));
        assertThat(verdict.points()).isEqualTo(30);
        assertThat(verdict.rules())
                .containsExactly(PriorityTable.SHIPPED.rules().getFirst());
    }

    @Test
    void a_table_that_breaks_a_promise_is_refused_by_name() {
        var table = PriorityTable.SHIPPED;
        refused("points-fall", () -> table.with(Factor.REACH, List.of(0, 8, 4, 20)));
        refused("points-out-of-range", () -> table.with(Factor.REACH, List.of(-1, 8, 14, 20)));
        refused("points-out-of-range", () -> table.with(Factor.REACH, List.of(0, 8, 14, 2000)));
        refused("missing", () -> table.with(Factor.REACH, List.of(0, 8, 14)));
        refused("thresholds-fall", () -> table.with(Priority.P2, 80));
        refused("thresholds-fall", () -> table.with(Priority.P3, 0));
        refused("mildest-above-p4", () -> table.with(Factor.REACH, List.of(25, 26, 27, 28)));
        refused(
                "data-at-risk-below-p1",
                () -> new PriorityTable(
                        table.points(), table.from(), List.of(table.rules().getLast())));
        refused(
                "stopped-for-most-below-p1",
                () -> new PriorityTable(
                        table.points(), table.from(), List.of(table.rules().getFirst())));
        refused("rule-without-when", () -> ruled(new Rule(Map.of(), Priority.P2)));
        refused("rule-lifts-nothing", () -> ruled(new Rule(Map.of(Factor.REACH, Reach.MOST), Priority.P4)));
    }

    private static PriorityTable ruled(Rule rule) {
        var rules = new ArrayList<>(PriorityTable.SHIPPED.rules());
        rules.add(rule);
        return new PriorityTable(PriorityTable.SHIPPED.points(), PriorityTable.SHIPPED.from(), rules);
    }

    private static void refused(String name, Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.name()).isEqualTo(name));
    }

    private static void neverLowers(PriorityTable table) {
        for (var impact : all()) {
            var priority = table.priority(impact);
            for (var factor : Factor.values()) {
                for (var worse : factor.choices()) {
                    if (worse.ordinal() > impact.of(factor).ordinal()) {
                        assertThat(table.priority(impact.with(factor, worse)).above(priority)
                                        || table.priority(impact.with(factor, worse)) == priority)
                                .as("%s with %s", impact, worse)
                                .isTrue();
                    }
                }
            }
        }
    }

    private static void addsUp(PriorityTable table, Impact impact) {
        var verdict = table.of(impact);
        assertThat(verdict.parts()).hasSize(5).allSatisfy(part -> {
            assertThat(part.value()).isEqualTo(impact.of(part.factor()));
            assertThat(part.points()).isBetween(0, part.of());
        });
        assertThat(verdict.points())
                .isEqualTo(
                        verdict.parts().stream().mapToInt(part -> part.points()).sum());
        var enough = table.from(verdict.priority()) <= verdict.points();
        assertThat(enough || !verdict.rules().isEmpty()).isTrue();
        assertThat(verdict.rules()).allMatch(rule -> rule.speaks(impact) && rule.priority() == verdict.priority());
    }

    private static void saysWhatWouldChange(PriorityTable table, Impact impact) {
        var verdict = table.of(impact);
        for (var change : verdict.changes()) {
            var then = table.of(impact.with(change.factor(), change.value()));
            assertThat(then.priority()).isEqualTo(change.priority()).isNotEqualTo(verdict.priority());
            assertThat(then.points()).isEqualTo(change.points());
        }
        for (var factor : Factor.values()) {
            var told = verdict.changes().stream()
                    .filter(change -> change.factor() == factor)
                    .toList();
            var any = factor.choices().stream()
                    .anyMatch(value -> table.priority(impact.with(factor, value)) != verdict.priority());
            assertThat(!told.isEmpty()).isEqualTo(any);
            assertThat(told).hasSizeLessThanOrEqualTo(2);
        }
    }

    private static PriorityTable anyTable(Random random) {
        var points = new EnumMap<Factor, List<Integer>>(Factor.class);
        for (var factor : Factor.values()) {
            points.put(
                    factor,
                    random.ints(factor.choices().size(), 0, 60).sorted().boxed().toList());
        }
        var mildest = points.values().stream().mapToInt(List::getFirst).sum();
        var p3 = mildest + 1 + random.nextInt(40);
        var p2 = p3 + 1 + random.nextInt(60);
        var from = Map.of(Priority.P3, p3, Priority.P2, p2, Priority.P1, p2 + 1 + random.nextInt(80));
        var rules = new ArrayList<>(PriorityTable.SHIPPED.rules());
        for (var some = random.nextInt(4); some > 0; some--) {
            rules.add(anyRule(random));
        }
        return new PriorityTable(points, from, rules);
    }

    private static Rule anyRule(Random random) {
        var when = new HashMap<Factor, Enum<?>>();
        while (when.isEmpty()) {
            for (var factor : Factor.values()) {
                if (random.nextInt(3) == 0) {
                    // Never the mildest: a rule of mildest values alone would lift everything.
                    when.put(
                            factor,
                            factor.choices()
                                    .get(1 + random.nextInt(factor.choices().size() - 1)));
                }
            }
        }
        return new Rule(when, Priority.values()[random.nextInt(3)]);
    }

    private static List<Impact> all() {
        var all = new ArrayList<Impact>();
        for (var severity : Severity.values()) {
            for (var core : CoreImpact.values()) {
                for (var reach : Reach.values()) {
                    for (var degradation : Degradation.values()) {
                        for (var workaround : Workaround.values()) {
                            all.add(new Impact(severity, core, reach, degradation, workaround));
                        }
                    }
                }
            }
        }
        return all;
    }
}
