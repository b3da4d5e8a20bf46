package pronto.tickets.clocks;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Change;
import pronto.runtime.ChangeListener;

/** A customer's plan may have changed: what is promised about their open tickets follows. Doing it twice is harmless. */
@Component
class CustomersChange implements ChangeListener {

    private static final Logger log = LoggerFactory.getLogger(CustomersChange.class);

    private final JdbcClient db;
    private final Following following;
    private final OpenTickets tickets;

    CustomersChange(JdbcClient db, Following following, OpenTickets tickets) {
        this.db = db;
        this.following = following;
        this.tickets = tickets;
    }

    @Override
    public void changed(List<Change> changes) {
        var customers = changes.stream()
                .filter(change -> change.topic().equals("customer"))
                .map(Change::key)
                .filter(key -> key.matches("\\d+"))
                .map(Long::valueOf)
                .distinct()
                .toList();
        if (!customers.isEmpty()) {
            Thread.ofVirtual().name("clocks-customers").start(() -> customers.forEach(this::follow));
        }
    }

    private void follow(long customer) {
        try {
            open(customer).forEach(ticket -> tickets.reckon(ticket, following::follow));
        } catch (RuntimeException e) {
            log.warn("The clocks of a customer's tickets could not be followed: {}", e.getMessage());
        }
    }

    private List<Long> open(long customer) {
        return db.sql("""
                select id from tickets.ticket
                 where customer_id = :customer and state in ('waiting', 'inWork', 'waitingForCustomer')
                 order by id limit 10000
                """)
                .param("customer", customer)
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
