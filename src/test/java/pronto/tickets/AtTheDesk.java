package pronto.tickets;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.EmailReceived;
import pronto.channels.ReplyTokens;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerFields;
import pronto.customers.Customers;
import pronto.runtime.RealDatabase;
import pronto.runtime.TimeShift;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.timeline.Actor;
import pronto.timeline.Entry;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/** The desk with people at it: Giulia and Marco of Support, Marta of Acme outside, and mail that comes and goes. */
@SpringBootTest
@Import(FakeNeighbours.class)
public abstract class AtTheDesk extends RealDatabase {

    public static final String MARTA = "marta@acme.test";
    public static final String STRANGER = "mallory@elsewhere.test";

    @Autowired
    protected Desk desk;

    @Autowired
    protected Tickets tickets;

    @Autowired
    protected Conversation conversation;

    @Autowired
    protected JdbcClient db;

    @Autowired
    protected FakeNeighbours.FakeOutbox outbox;

    @Autowired
    protected FakeNeighbours.FakeMails mails;

    @Autowired
    protected Customers customers;

    @Autowired
    protected CustomerBook book;

    @Autowired
    protected ReplyTokens tokens;

    @Autowired
    protected Staff staff;

    @Autowired
    protected Timeline timeline;

    @Autowired
    protected TimeShift shift;

    @Autowired
    protected InstantSource time;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    protected Technician giulia;
    protected Technician marco;
    protected Customer acme;

    @BeforeEach
    void people() {
        giulia = technician("Giulia Riva");
        marco = technician("Marco Bassi");
        acme = customers
                .byCode("ACME")
                .orElseGet(() -> book.add(
                        "ACME",
                        CustomerFields.named("Acme S.r.l.").withLanguage("it").withDomains("acme.test"),
                        Actor.PRONTO));
        if (customers.contactByAddress(MARTA).isEmpty()) {
            customers.tie(acme.id(), MARTA, "Marta Rossi", Actor.PRONTO);
        }
    }

    @AfterEach
    void now() {
        shift.set(Duration.ZERO);
        outbox.tooLate = false;
    }

    protected Technician technician(String name) {
        var email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@pronto.test";
        db.sql("""
                insert into staff.technician (email, name, role, created_at)
                values (:email, :name, 'technician', clock_timestamp()) on conflict do nothing
                """).param("email", email).param("name", name).update();
        return staff.technician(email).orElseThrow();
    }

    /** The mail comes in by a door, and is filed where it belongs. */
    protected long arrives(Mail mail) {
        var id = accepted(mail);
        await().atMost(Duration.ofSeconds(20)).until(() -> mails.states.containsKey(id) && filed(id));
        return id;
    }

    private boolean filed(long incoming) {
        return db.sql("""
                select exists (select from tickets.message where incoming_id = :id)
                    or exists (select from tickets.unfiled where incoming_id = :id)
                """).param("id", incoming).query(Boolean.class).single();
    }

    protected long accepted(Mail mail) {
        return transaction.execute(status -> {
            var id = db.sql("""
                    insert into channels.incoming (once_key, door, envelope_to, sha256, size, received_at)
                    values (gen_random_uuid()::text, 'smtp', '{}', '', 0, clock_timestamp()) returning id
                    """).query(Long.class).single();
            mails.mails.put(id, mail.received(id, time.instant()));
            events.publishEvent(new EmailReceived(id));
            return id;
        });
    }

    /** The ticket that this mail lies on. */
    protected Ticket reported(Mail mail) {
        return ticketOf(arrives(mail));
    }

    protected Ticket ticketOf(long incoming) {
        return tickets.ticket(db.sql("select ticket_id from tickets.message where incoming_id = :id")
                .param("id", incoming)
                .query(Long.class)
                .single());
    }

    /** Giulia has it and has answered; the customer holds her Message-ID. */
    protected Message answered(Ticket ticket) {
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        return desk.reply(ticket.id(), saying("We are looking at it."), giulia.actor());
    }

    protected static Reply saying(String words) {
        return new Reply(new Body.Plain(words), null, null, List.of(), null);
    }

    protected List<String> facts(Ticket ticket) {
        return timeline.of(new Subject("ticket", ticket.id()), null, 100).reversed().stream()
                .map(Entry::kind)
                .map(kind -> kind.substring("tickets.".length()))
                .toList();
    }

    protected List<String> texts(Ticket ticket) {
        return conversation.of(ticket.id(), null, 100).stream()
                .map(Message::text)
                .toList();
    }
}
