package pronto.tickets.clocks;

import java.util.List;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import pronto.customers.CustomerEvent;
import pronto.sla.SlaEvent;

/**
 * What was promised changed: the clocks of all open tickets under it are reckoned anew, each in its own transaction. The
 * change stands in the event log until that was done; doing it twice is harmless.
 */
@Component
class PromisesChange {

    private static final int AT_ONCE = 200;

    private static final String OF_CALENDAR = """
            select distinct k.ticket_id from tickets.clock k join tickets.ticket t on t.id = k.ticket_id
             where t.state in ('waiting', 'inWork', 'waitingForCustomer') and t.spam_at is null
               and k.ledger @> jsonb_build_array(jsonb_build_object('hours', :name::text))
               and k.ticket_id > :after
             order by k.ticket_id limit :most
            """;

    private static final String OF_PLAN = """
            select t.id from tickets.ticket t join customers.customer c on c.id = t.customer_id
             where t.state in ('waiting', 'inWork', 'waitingForCustomer') and t.spam_at is null
               and lower(c.plan collate "C") = lower(:name collate "C") and t.id > :after
             order by t.id limit :most
            """;

    private static final String OF_CUSTOMER = """
            select id from tickets.ticket
             where customer_id = cast(:name as bigint) and state in ('waiting', 'inWork', 'waitingForCustomer')
               and spam_at is null and id > :after
             order by id limit :most
            """;

    private final JdbcClient db;
    private final Following following;
    private final OpenTickets tickets;

    PromisesChange(JdbcClient db, Following following, OpenTickets tickets) {
        this.db = db;
        this.following = following;
        this.tickets = tickets;
    }

    @ApplicationModuleListener
    void heard(SlaEvent event) {
        switch (event) {
            case SlaEvent.CalendarChanged changed -> each(OF_CALENDAR, changed.calendar(), following::reckon);
            case SlaEvent.PlanChanged changed ->
                each(OF_PLAN, changed.plan(), ticket -> following.follow(ticket, changed.from()));
        }
    }

    @ApplicationModuleListener
    void heard(CustomerEvent event) {
        switch (event) {
            case CustomerEvent.PlanChanged changed ->
                each(
                        OF_CUSTOMER,
                        Long.toString(changed.customer()),
                        ticket -> following.follow(ticket, changed.from()));
        }
    }

    private void each(String question, String name, LongPredicate anew) {
        var after = 0L;
        for (var some = some(question, name, after); !some.isEmpty(); some = some(question, name, after)) {
            some.forEach(ticket -> tickets.reckon(ticket, anew));
            after = some.getLast();
        }
    }

    private List<Long> some(String question, String name, long after) {
        return db.sql(question)
                .param("name", name)
                .param("after", after)
                .param("most", AT_ONCE)
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
