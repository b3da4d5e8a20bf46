package pronto.customers.book;

import static java.time.ZoneOffset.UTC;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.sla.PlanUse;

/** The customers who have some plans, now or later. */
@Component
class CustomersUnderPlan implements PlanUse {

    private final JdbcClient db;
    private final InstantSource time;

    CustomersUnderPlan(JdbcClient db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String word() {
        return "customers.count";
    }

    @Override
    public long count(Collection<String> plans) {
        return db.sql("""
                select count(*) from (
                    select id from customers.customer
                     where plan is not null
                       and lower(plan collate "C") in (select lower(n collate "C") from unnest(:plans::text[]) n)
                    union
                    select customer_id from customers.plan_period
                     where plan is not null and from_at > :now
                       and lower(plan collate "C") in (select lower(n collate "C") from unnest(:plans::text[]) n)) c
                """)
                .param("plans", plans.toArray(String[]::new))
                .param("now", time.instant().atOffset(UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean holds() {
        return true;
    }

    @Override
    public Map<String, Long> named(int limit) {
        var named = new LinkedHashMap<String, Long>();
        db.sql("""
                select min(plan) as plan, count(*) as count from customers.customer
                 where plan is not null group by lower(plan collate "C") order by count(*) desc, 1 limit :limit
                """)
                .param("limit", limit)
                .query((row, number) -> named.put(row.getString("plan"), row.getLong("count")))
                .list();
        return named;
    }
}
