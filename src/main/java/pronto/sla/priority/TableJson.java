package pronto.sla.priority;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.sla.Impact;
import pronto.sla.Impact.CoreImpact;
import pronto.sla.Impact.Degradation;
import pronto.sla.Impact.Factor;
import pronto.sla.Impact.Reach;
import pronto.sla.Impact.Severity;
import pronto.sla.Impact.Workaround;
import pronto.sla.Priority;
import pronto.sla.PriorityTable;
import pronto.ui.Invalid;
import pronto.ui.api.Needed;
import pronto.ui.api.OneOf;

/** A priority table as it is written: in the database, in the API, in files. */
public record TableJson(
        @Needed @Nullable Points points,
        @Needed @Nullable Thresholds thresholds,
        @Needed @Nullable List<RuleJson> rules) {

    public record Points(
            @Needed @Nullable OfSeverity severity,
            @Needed @Nullable OfCoreImpact coreImpact,
            @Needed @Nullable OfReach reach,
            @Needed @Nullable OfDegradation degradation,
            @Needed @Nullable OfWorkaround workaround) {}

    public record OfSeverity(
            @Needed @Nullable Integer minor,
            @Needed @Nullable Integer major,
            @Needed @Nullable Integer blocking,
            @Needed @Nullable Integer dataAtRisk) {}

    public record OfCoreImpact(
            @Needed @Nullable Integer none,
            @Needed @Nullable Integer slight,
            @Needed @Nullable Integer heavy,
            @Needed @Nullable Integer stopped) {}

    public record OfReach(
            @Needed @Nullable Integer onePerson,
            @Needed @Nullable Integer oneCustomer,
            @Needed @Nullable Integer severalCustomers,
            @Needed @Nullable Integer most) {}

    public record OfDegradation(
            @Needed @Nullable Integer none,
            @Needed @Nullable Integer slow,
            @Needed @Nullable Integer intermittent,
            @Needed @Nullable Integer unusable) {}

    public record OfWorkaround(
            @Needed @Nullable Integer acceptable,
            @Needed @Nullable Integer costly,
            @Needed @Nullable Integer none) {}

    /** From how many points on. */
    public record Thresholds(
            @Needed @Nullable Integer P1,
            @Needed @Nullable Integer P2,
            @Needed @Nullable Integer P3) {}

    public record RuleJson(
            @Needed @Nullable When when,

            @Needed @OneOf(names = {"P1", "P2", "P3"}) @Nullable String priority) {}

    /** From which value of each factor on; a factor that is not named does not matter. */
    public record When(
            @OneOf(Severity.class) @Nullable String severity,
            @OneOf(CoreImpact.class) @Nullable String coreImpact,
            @OneOf(Reach.class) @Nullable String reach,
            @OneOf(Degradation.class) @Nullable String degradation,
            @OneOf(Workaround.class) @Nullable String workaround) {}

    public PriorityTable table() {
        var given = Invalid.required(points, "points");
        var severity = Invalid.required(given.severity(), "points.severity");
        var core = Invalid.required(given.coreImpact(), "points.coreImpact");
        var reach = Invalid.required(given.reach(), "points.reach");
        var degradation = Invalid.required(given.degradation(), "points.degradation");
        var workaround = Invalid.required(given.workaround(), "points.workaround");
        var all = new EnumMap<Factor, List<Integer>>(Factor.class);
        all.put(
                Factor.SEVERITY,
                all("severity", severity.minor(), severity.major(), severity.blocking(), severity.dataAtRisk()));
        all.put(Factor.CORE_IMPACT, all("coreImpact", core.none(), core.slight(), core.heavy(), core.stopped()));
        all.put(
                Factor.REACH,
                all("reach", reach.onePerson(), reach.oneCustomer(), reach.severalCustomers(), reach.most()));
        all.put(
                Factor.DEGRADATION,
                all(
                        "degradation",
                        degradation.none(),
                        degradation.slow(),
                        degradation.intermittent(),
                        degradation.unusable()));
        all.put(Factor.WORKAROUND, all("workaround", workaround.acceptable(), workaround.costly(), workaround.none()));
        var begins = Invalid.required(thresholds, "thresholds");
        return new PriorityTable(
                all,
                Map.of(
                        Priority.P1, Invalid.required(begins.P1(), "thresholds.P1"),
                        Priority.P2, Invalid.required(begins.P2(), "thresholds.P2"),
                        Priority.P3, Invalid.required(begins.P3(), "thresholds.P3")),
                rules(Invalid.required(rules, "rules")));
    }

    private static List<Integer> all(String factor, @Nullable Integer... points) {
        return Stream.of(points)
                .map(one -> Invalid.required(one, "points." + factor))
                .toList();
    }

    private static List<PriorityTable.Rule> rules(List<RuleJson> given) {
        return IntStream.range(0, given.size())
                .mapToObj(index -> rule(given.get(index), "rules[" + index + "]"))
                .toList();
    }

    private static PriorityTable.Rule rule(RuleJson given, String field) {
        var when = Invalid.required(given.when(), field + ".when");
        var values = new HashMap<Factor, Enum<?>>();
        put(values, Factor.SEVERITY, when.severity(), field);
        put(values, Factor.CORE_IMPACT, when.coreImpact(), field);
        put(values, Factor.REACH, when.reach(), field);
        put(values, Factor.DEGRADATION, when.degradation(), field);
        put(values, Factor.WORKAROUND, when.workaround(), field);
        var priority = Invalid.required(given.priority(), field + ".priority");
        return new PriorityTable.Rule(values, Priority.read(priority, field + ".priority"));
    }

    private static void put(Map<Factor, Enum<?>> values, Factor factor, @Nullable String spelled, String field) {
        if (spelled != null) {
            values.put(factor, Impact.read(factor, spelled, field + ".when." + Spelling.of(factor)));
        }
    }

    public static TableJson of(PriorityTable table) {
        return new TableJson(
                new Points(
                        new OfSeverity(
                                at(table, Severity.MINOR),
                                at(table, Severity.MAJOR),
                                at(table, Severity.BLOCKING),
                                at(table, Severity.DATA_AT_RISK)),
                        new OfCoreImpact(
                                at(table, CoreImpact.NONE),
                                at(table, CoreImpact.SLIGHT),
                                at(table, CoreImpact.HEAVY),
                                at(table, CoreImpact.STOPPED)),
                        new OfReach(
                                at(table, Reach.ONE_PERSON),
                                at(table, Reach.ONE_CUSTOMER),
                                at(table, Reach.SEVERAL_CUSTOMERS),
                                at(table, Reach.MOST)),
                        new OfDegradation(
                                at(table, Degradation.NONE),
                                at(table, Degradation.SLOW),
                                at(table, Degradation.INTERMITTENT),
                                at(table, Degradation.UNUSABLE)),
                        new OfWorkaround(
                                at(table, Workaround.ACCEPTABLE),
                                at(table, Workaround.COSTLY),
                                at(table, Workaround.NONE))),
                new Thresholds(table.from(Priority.P1), table.from(Priority.P2), table.from(Priority.P3)),
                table.rules().stream().map(TableJson::of).toList());
    }

    private static int at(PriorityTable table, Enum<?> value) {
        return Stream.of(Factor.values())
                .filter(factor -> factor.choices().contains(value))
                .mapToInt(factor -> table.points(factor, value))
                .findFirst()
                .orElseThrow();
    }

    public static RuleJson of(PriorityTable.Rule rule) {
        return new RuleJson(
                new When(
                        spelled(rule, Factor.SEVERITY),
                        spelled(rule, Factor.CORE_IMPACT),
                        spelled(rule, Factor.REACH),
                        spelled(rule, Factor.DEGRADATION),
                        spelled(rule, Factor.WORKAROUND)),
                rule.priority().name());
    }

    private static @Nullable String spelled(PriorityTable.Rule rule, Factor factor) {
        var value = rule.when().get(factor);
        return value == null ? null : Spelling.of(Objects.requireNonNull(value));
    }
}
