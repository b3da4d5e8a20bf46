package pronto.tickets.work;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.sla.PlanUse;

/** The open tickets of customers who have some plans: their promises follow the plan. */
@Component
class TicketsUnderPlan implements PlanUse {

    private final JdbcClient db;

    TicketsUnderPlan(JdbcClient db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String word() {
        return "tickets.open.count";
    }

    @Override
    public long count(Collection<String> plans) {
        return db.sql("""
                select count(*)
                  from customers.customer c join tickets.ticket t on t.customer_id = c.id
                 where c.plan is not null
                   and lower(c.plan collate "C") in (select lower(n collate "C") from unnest(:plans::text[]) n)
                   and t.state in ('waiting', 'inWork', 'waitingForCustomer') and t.spam_at is null
                """)
                .param("plans", plans.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean holds() {
        return false;
    }

    @Override
    public Map<String, Long> named(int limit) {
        return Map.of();
    }
}
