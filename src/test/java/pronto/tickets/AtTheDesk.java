package pronto.tickets;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.channels.ReplyTokens;
import pronto.channels.email.ArrivingMail;
import pronto.channels.email.Intake;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerFields;
import pronto.customers.Customers;
import pronto.files.Files;
import pronto.runtime.RealDatabase;
import pronto.runtime.TimeShift;
import pronto.sla.Impact;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.timeline.Actor;
import pronto.timeline.Entry;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/** The desk with people at it: Giulia and Marco of Support, Marta of Acme outside, and mail that comes and goes. */
@SpringBootTest(
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
public abstract class AtTheDesk extends RealDatabase {

    public static final String MARTA = "marta@acme.test";
    public static final String STRANGER = "mallory@elsewhere.test";

    /** A mail that went into the outbox and was not taken back. */
    public record Sent(
            String subject,
            String text,
            @Nullable String html,
            @Nullable String inReplyTo,
            String language,
            boolean automatic,
            String address,
            String replyTo) {}

    @Autowired
    protected Desk desk;

    @Autowired
    protected Tickets tickets;

    @Autowired
    protected Conversation conversation;

    @Autowired
    protected JdbcClient db;

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
    protected Files files;

    @Autowired
    private Intake door;

    protected Technician giulia;
    protected Technician marco;
    protected Customer acme;

    @BeforeEach
    void people() {
        giulia = technician("Giulia Riva");
        marco = technician("Marco Bassi");
        acme = customers.byCode("ACME").orElseGet(this::newAcme);
    }

    private Customer newAcme() {
        var fields = CustomerFields.named("Acme S.r.l.").withLanguage("it").withDomains("acme.test");
        var added = book.add("ACME", fields, Actor.PRONTO);
        customers.tie(added.id(), MARTA, "Marta Rossi", Actor.PRONTO);
        return added;
    }

    @AfterEach
    void now() {
        shift.set(Duration.ZERO);
    }

    protected Technician technician(String name) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@pronto.test";
        db.sql("""
                insert into staff.technician (email, name, role, created_at)
                values (:email, :name, 'technician', clock_timestamp()) on conflict do nothing
                """).param("email", email).param("name", name).update();
        return staff.technician(email).orElseThrow();
    }

    /** The mail comes in by a door, and is filed where it belongs. */
    protected long arrives(Mail mail) {
        return arrives(mail, null);
    }

    /** From this server, or from one of ours where it is null. */
    protected long arrives(Mail mail, @Nullable String server) {
        var id = accepted(mail, server);
        awaitFiled(id);
        return id;
    }

    protected void awaitFiled(long id) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> filed(id));
    }

    private boolean filed(long incoming) {
        return !db.sql("select state from channels.incoming where id = :id")
                .param("id", incoming)
                .query(String.class)
                .single()
                .equals("received");
    }

    protected long accepted(Mail mail) {
        return accepted(mail, null);
    }

    private long accepted(Mail mail, @Nullable String server) {
        var helo = server == null ? null : "mail.customer.test";
        try (var arriving = new ArrivingMail(files)) {
            arriving.write(mail.raw());
            return door.take(
                    new Intake.Arrival("smtp", server, helo, mail.envelopeFrom(), List.of(mail.to())), arriving);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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

    /** Somebody looked at it: it is nothing serious. */
    protected Ticket screened(Ticket ticket) {
        return desk.screen(ticket.id(), Screening.of(Impact.MILDEST), giulia.actor());
    }

    protected static Reply saying(String words) {
        return new Reply(new Body.Plain(words), null, null, List.of(), null);
    }

    protected List<Sent> sentTo(String address) {
        return db.sql("""
                select o.*, d.address, d.reply_to from channels.outgoing o
                  join channels.delivery d on d.outgoing_id = o.id
                 where d.address = :address and d.state <> 'cancelled' order by d.id
                """)
                .param("address", address)
                .query((row, number) -> new Sent(
                        row.getString("subject"),
                        row.getString("text"),
                        row.getString("html"),
                        row.getString("in_reply_to"),
                        row.getString("language"),
                        row.getBoolean("automatic"),
                        row.getString("address"),
                        row.getString("reply_to")))
                .list();
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
