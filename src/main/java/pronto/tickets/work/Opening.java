package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.SupportAddresses;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.tickets.Participant;
import pronto.tickets.Report;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.ui.Code;

/** Opens tickets: one for each report, whatever is delivered again or crashes in between. */
@Component
class Opening {

    /** Where a support address names no team. */
    private static final String FIRST_TEAM = "Support";

    private final JdbcClient db;
    private final Holding holding;
    private final Messages messages;
    private final Participants participants;
    private final SupportAddresses addresses;
    private final Staff staff;
    private final Copied copied;
    private final Acknowledgement acknowledgement;
    private final Trace trace;

    Opening(
            JdbcClient db,
            Holding holding,
            Messages messages,
            Participants participants,
            SupportAddresses addresses,
            Staff staff,
            Copied copied,
            Acknowledgement acknowledgement,
            Trace trace) {
        this.db = db;
        this.holding = holding;
        this.messages = messages;
        this.participants = participants;
        this.addresses = addresses;
        this.staff = staff;
        this.copied = copied;
        this.acknowledgement = acknowledgement;
        this.trace = trace;
    }

    Ticket open(Report report) {
        return insert(report, 1).map(ticket -> begin(ticket, report)).orElseGet(() -> openedBy(report.key()));
    }

    private Ticket begin(Ticket ticket, Report report) {
        messages.arrived(ticket.id(), report.message());
        var reporter = report.reporter();
        if (reporter.email() != null) {
            participants.put(ticket.id(), reporter.email(), reporter.name(), Participant.Role.REPORTER);
        }
        trace.leave("opened", ticket, report.by(), new TicketEvent.Opened(ticket.id(), ticket.channel()), told(ticket));
        copied.by(ticket, report.message());
        acknowledgement.of(ticket, report.message());
        return ticket;
    }

    static Map<String, Object> told(Ticket ticket) {
        var told = new HashMap<String, Object>();
        told.put("channel", Spelling.of(ticket.channel()));
        told.put("reporter", ticket.reporter().display());
        told.put("how", Spelling.of(ticket.recognised().how()));
        told.put("trust", Spelling.of(ticket.recognised().trust()));
        return told;
    }

    /** Empty where this report has its ticket already. */
    Optional<Ticket> insert(Report report, int messages) {
        var number = db.sql("select nextval('tickets.ticket_number')")
                .query(Long.class)
                .single();
        var message = report.message();
        var known = report.recognition();
        return db.sql("""
                insert into tickets.ticket (
                       number, code, subject, channel, report_key, opened_at, customer_id, contact_id,
                       reporter_name, reporter_email, reporter_phone, recognition_how, recognition_trust, language,
                       support_address, team_id, claims_ticket_id, continues_ticket_id, last_message_at,
                       message_count, updated_at)
                values (:number, :code, :subject, :channel, :key, :openedAt, :customer, :contact,
                       :name, :email, :phone, :how, :trust, :language,
                       :supportAddress, :team, :claims, :continues, :openedAt,
                       :messages, :now)
                on conflict (report_key) do nothing
                returning *
                """)
                .param("number", number)
                .param("code", new Code(Code.Kind.TICKET, number).toString())
                .param("subject", Subjects.of(message))
                .param("channel", Spelling.of(message.channel()))
                .param("key", report.key())
                .param("openedAt", utc(message.receivedAt()))
                .param(
                        "customer",
                        known.customer() == null ? null : known.customer().id())
                .param(
                        "contact",
                        known.contact() == null ? null : known.contact().id())
                .param("name", Subjects.name(report.reporter().name()))
                .param("email", report.reporter().email())
                .param("phone", report.reporter().phone())
                .param("how", Spelling.of(known.how()))
                .param("trust", Spelling.of(known.trust()))
                .param("language", report.language())
                .param("supportAddress", report.supportAddress())
                .param("team", report.team() == null ? teamOf(report.supportAddress()) : report.team())
                .param("claims", report.claims())
                .param("continues", report.continues())
                .param("messages", messages)
                .param("now", utc(holding.now()))
                .query(TicketRows::ticket)
                .optional();
    }

    private Ticket openedBy(String key) {
        return db.sql("select * from tickets.ticket where report_key = :key")
                .param("key", key)
                .query(TicketRows::ticket)
                .single();
    }

    /** The support address names the team; one that names none goes where the first one goes. */
    long teamOf(@Nullable String supportAddress) {
        var written = supportAddress == null ? null : addresses.find(supportAddress);
        var team = written != null && written.team() != null
                ? written.team()
                : addresses.main().team();
        return staff.teamNamed(team == null ? FIRST_TEAM : team).id();
    }
}
