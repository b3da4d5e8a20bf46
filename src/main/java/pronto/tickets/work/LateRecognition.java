package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.customers.Customers;
import pronto.customers.Recognition;
import pronto.runtime.Change;
import pronto.runtime.ChangeListener;
import pronto.runtime.Spelling;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/**
 * Recognises those who wrote before they were known: whoever waits gets what a new mail of theirs would get now, and no
 * more. What somebody untied stays as they left it, and so does what lies with another customer's messages.
 */
@Component
class LateRecognition implements ChangeListener {

    private static final int AT_ONCE = 200;
    private static final int HISTORY = 200;

    /** A mail that was being filed while its sender became known is seen afterwards. */
    private static final Duration WATCH = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Holding holding;
    private final Customers customers;
    private final Apart apart;
    private final Timeline timeline;
    private final Trace trace;
    private final TransactionTemplate transaction;
    private volatile long heard = System.nanoTime();

    LateRecognition(
            JdbcClient db,
            Holding holding,
            Customers customers,
            Apart apart,
            Timeline timeline,
            Trace trace,
            TransactionTemplate transaction) {
        this.db = db;
        this.holding = holding;
        this.customers = customers;
        this.apart = apart;
        this.timeline = timeline;
        this.trace = trace;
        this.transaction = transaction;
    }

    @Override
    public void changed(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.topic().equals("customer"))) {
            heard = System.nanoTime();
        }
    }

    /** Goes through all that wait, where customers have changed of late. */
    void look() {
        if (System.nanoTime() - heard > WATCH.toNanos()) {
            return;
        }
        Stranger after = null;
        do {
            var strangers = strangers(after);
            if (!strangers.isEmpty()) {
                meet(strangers);
            }
            after = strangers.size() < AT_ONCE ? null : strangers.getLast();
        } while (after != null);
    }

    /** A ticket that waits, and the address nobody knew. */
    private record Stranger(long ticket, Instant openedAt, String address) {}

    private List<Stranger> strangers(@Nullable Stranger after) {
        return db.sql("""
                select id, opened_at, reporter_email from tickets.ticket
                 where customer_id is null and state in ('waiting', 'inWork', 'waitingForCustomer')
                   and spam_at is null and reporter_email is not null
                """ + (after == null ? "" : " and (opened_at, id) > (:openedAt, :id)")
                        + " order by opened_at, id limit :most")
                .param("openedAt", after == null ? null : utc(after.openedAt()))
                .param("id", after == null ? null : after.ticket())
                .param("most", AT_ONCE)
                .query((row, number) -> new Stranger(
                        row.getLong("id"), Columns.instant(row, "opened_at"), row.getString("reporter_email")))
                .list();
    }

    private void meet(List<Stranger> strangers) {
        var known = customers.recognise(
                strangers.stream().map(Stranger::address).distinct().toList());
        var met = new HashMap<Long, Recognition>();
        for (var stranger : strangers) {
            var recognition = known.get(stranger.address());
            if (recognition != null && recognition.customer() != null && !untied(stranger.ticket())) {
                met.put(stranger.ticket(), recognition);
            }
        }
        if (!met.isEmpty()) {
            transaction.executeWithoutResult(status -> belong(met));
        }
    }

    private boolean untied(long ticket) {
        return timeline.of(new Subject(Trace.KIND, ticket), null, HISTORY).stream()
                .anyMatch(entry -> entry.kind().equals("tickets.untied"));
    }

    private void belong(Map<Long, Recognition> met) {
        for (var id : free(met.keySet())) {
            var recognition = Objects.requireNonNull(met.get(id));
            var customer = recognition.customer();
            if (customer != null && apart.from(List.of(id), customer.id()).isEmpty()) {
                var ticket = belong(id, customer.id(), recognition);
                trace.leave(
                        "recognised",
                        ticket,
                        Actor.PRONTO,
                        new TicketEvent.Tied(id, customer.id()),
                        Map.of(
                                "customer",
                                customer.name(),
                                "customerCode",
                                customer.code(),
                                "how",
                                Spelling.of(recognition.how())));
            }
        }
    }

    /** Those whom nobody holds just now; the others are seen to the next time. */
    private List<Long> free(Collection<Long> tickets) {
        return db.sql("""
                select id from tickets.ticket where id = any(:tickets) and customer_id is null
                 order by id for update skip locked
                """)
                .param("tickets", tickets.toArray(Long[]::new))
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private Ticket belong(long id, long customer, Recognition recognition) {
        var contact = recognition.contact();
        return db.sql("""
                update tickets.ticket
                   set customer_id = :customer, contact_id = :contact, recognition_how = :how,
                       version = version + 1, updated_at = :now
                 where id = :id
                returning *
                """)
                .param("customer", customer)
                .param("contact", contact == null ? null : contact.id())
                .param("how", Spelling.of(recognition.how()))
                .param("now", utc(holding.now()))
                .param("id", id)
                .query(TicketRows::ticket)
                .single();
    }
}
