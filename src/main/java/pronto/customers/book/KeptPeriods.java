package pronto.customers.book;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.customers.CustomerEvent;
import pronto.customers.CustomerPlans;
import pronto.customers.NotThere;
import pronto.runtime.Changes;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;

/** The plans of customers as the database keeps them: the one of now beside the customer, the others in lines of their own. */
@Component
class KeptPeriods implements CustomerPlans {

    /** Before anything that was written. */
    private static final Instant EVER = Instant.EPOCH;

    private record Row(@Nullable String plan, Instant from, Instant writtenAt, String writtenBy) {}

    private record Held(
            long id, String code, String name, @Nullable String plan) {}

    private record Coming(long customer, Instant from) {}

    private final JdbcClient db;
    private final InstantSource time;
    private final Timeline timeline;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    KeptPeriods(
            JdbcClient db, InstantSource time, Timeline timeline, Changes changes, ApplicationEventPublisher events) {
        this.db = db;
        this.time = time;
        this.timeline = timeline;
        this.changes = changes;
        this.events = events;
    }

    @Override
    public Optional<String> on(long customer, Instant at) {
        var rows = rows(customer);
        return rows.isEmpty() ? Optional.ofNullable(held(customer, "").plan()) : Optional.ofNullable(planAt(rows, at));
    }

    private static @Nullable String planAt(List<Row> latestFirst, Instant at) {
        return latestFirst.stream()
                .filter(row -> !row.from().isAfter(at))
                .findFirst()
                .map(Row::plan)
                .orElse(null);
    }

    @Override
    public List<Period> of(long customer) {
        var rows = rows(customer);
        if (rows.isEmpty()) {
            var plan = held(customer, "").plan();
            return plan == null ? List.of() : List.of(new Period(plan, null, null, null, null));
        }
        var periods = new ArrayList<Period>();
        Instant until = null;
        for (var row : rows) {
            var ever = row.from().equals(EVER);
            periods.add(new Period(
                    row.plan(),
                    ever ? null : row.from(),
                    until,
                    ever ? null : row.writtenAt(),
                    ever ? null : row.writtenBy()));
            until = row.from();
        }
        return periods;
    }

    @Override
    @Transactional
    public void change(long customer, @Nullable String plan, Instant from, Consumer<List<Period>> seen, Actor actor) {
        if (from.isBefore(Instant.parse("1990-01-01T00:00:00Z"))
                || from.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
            throw new Invalid("not-a-date", "from", Map.of("date", from.toString()));
        }
        var line = Line.of("plan", plan, 100);
        var held = held(customer, " for update");
        seen.accept(of(customer));
        if (write(held, line, from, actor)) {
            told(held, "customers.planChanged", line, from, actor);
        }
        begin(held, from);
    }

    @Override
    @Transactional
    public void takeBack(long customer, Instant from, Consumer<List<Period>> seen, Actor actor) {
        var held = held(customer, " for update");
        seen.accept(of(customer));
        var gone = db.sql("""
                delete from customers.plan_period
                 where customer_id = :customer and from_at = :from and from_at > :now
                returning plan
                """)
                .param("customer", customer)
                .param("from", from.atOffset(UTC))
                .param("now", now())
                .query((row, number) -> Optional.ofNullable(row.getString("plan")))
                .optional()
                .orElseThrow(() -> NotThere.planChange(from.toString()));
        told(held, "customers.planTakenBack", gone.orElse(null), from, actor);
    }

    /** What stands beside the customer was changed just now: in the customer's own transaction, already told. */
    void changed(
            long customer, String code, String name, @Nullable String before, @Nullable String after, Actor actor) {
        var now = time.instant();
        if (write(new Held(customer, code, name, before), after, now, actor)) {
            events.publishEvent(new CustomerEvent.PlanChanged(customer, after, now));
        }
    }

    /** What was before the first change that is written goes on standing as the first line. */
    private boolean write(Held held, @Nullable String plan, Instant from, Actor actor) {
        var rows = rows(held.id());
        var before = rows.isEmpty() ? held.plan() : planAt(rows, from);
        if (Objects.equals(before, plan)) {
            return false;
        }
        if (rows.isEmpty()) {
            insert(held.id(), EVER, held.plan(), actor);
        }
        insert(held.id(), from, plan, actor);
        return true;
    }

    private void insert(long customer, Instant from, @Nullable String plan, Actor actor) {
        db.sql("""
                insert into customers.plan_period (customer_id, from_at, plan, written_at, written_by, begun)
                values (:customer, :from, :plan, :now, :by, :from <= :now)
                on conflict (customer_id, from_at)
                   do update set plan = :plan, written_at = :now, written_by = :by
                """)
                .param("customer", customer)
                .param("from", from.atOffset(UTC))
                .param("plan", plan)
                .param("now", now())
                .param("by", actor.name())
                .update();
    }

    /** Puts beside the customer what holds by now, and says that it does. */
    private void begin(Held held, Instant from) {
        if (from.isAfter(time.instant())) {
            return;
        }
        var plan = planAt(rows(held.id()), time.instant());
        if (!Objects.equals(plan, held.plan())) {
            db.sql("""
                    update customers.customer set plan = :plan, version = version + 1, updated_at = :now where id = :id
                    """)
                    .param("plan", plan)
                    .param("now", now())
                    .param("id", held.id())
                    .update();
            changes.record("customer", Long.toString(held.id()));
        }
        events.publishEvent(new CustomerEvent.PlanChanged(held.id(), plan, from));
    }

    /** Lets begin what was written for later and holds by now. */
    @Transactional
    void begin() {
        var coming = db.sql("""
                select customer_id, from_at from customers.plan_period
                 where not begun and from_at <= :now order by from_at limit 500
                """)
                .param("now", now())
                .query((row, number) -> new Coming(
                        row.getLong("customer_id"),
                        row.getObject("from_at", OffsetDateTime.class).toInstant()))
                .list();
        for (var one : coming) {
            var held = held(one.customer(), " for update");
            var first = db.sql("""
                    update customers.plan_period set begun = true
                     where customer_id = :customer and from_at = :from and not begun
                    """)
                            .param("customer", one.customer())
                            .param("from", one.from().atOffset(UTC))
                            .update()
                    == 1;
            if (first) {
                begin(held, one.from());
            }
        }
    }

    private List<Row> rows(long customer) {
        return db.sql("""
                select plan, from_at, written_at, written_by from customers.plan_period
                 where customer_id = :customer order by from_at desc limit 500
                """)
                .param("customer", customer)
                .query((row, number) -> new Row(
                        row.getString("plan"),
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("written_by")))
                .list();
    }

    private Held held(long customer, String lock) {
        return db.sql("select id, code, name, plan from customers.customer where id = :id" + lock)
                .param("id", customer)
                .query((row, number) -> new Held(
                        row.getLong("id"), row.getString("code"), row.getString("name"), row.getString("plan")))
                .optional()
                .orElseThrow(() -> NotThere.customer(Long.toString(customer)));
    }

    private void told(Held held, String kind, @Nullable String plan, Instant from, Actor actor) {
        var data = new HashMap<String, Object>(Map.of(
                "code",
                held.code(),
                "name",
                held.name(),
                "from",
                from.toString(),
                "day",
                from.toString().substring(0, 10)));
        data.put("plan", plan == null ? "none" : plan);
        timeline.add(kind, actor, new Subject("customer", held.id()), held.id(), data);
        changes.record("customer", Long.toString(held.id()));
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(UTC);
    }
}
