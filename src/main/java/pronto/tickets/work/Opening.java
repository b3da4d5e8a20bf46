package pronto.tickets.work;

import static java.util.stream.Collectors.toMap;
import static pronto.tickets.work.Columns.utc;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.SupportAddresses;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.tickets.Report;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.clocks.Following;
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
    private final Following clocks;

    Opening(
            JdbcClient db,
            Holding holding,
            Messages messages,
            Participants participants,
            SupportAddresses addresses,
            Staff staff,
            Copied copied,
            Acknowledgement acknowledgement,
            Trace trace,
            Following clocks) {
        this.db = db;
        this.holding = holding;
        this.messages = messages;
        this.participants = participants;
        this.addresses = addresses;
        this.staff = staff;
        this.copied = copied;
        this.acknowledgement = acknowledgement;
        this.trace = trace;
        this.clocks = clocks;
    }

    /** Their tickets in their order, each new or the one that its report opened before. */
    List<Ticket> open(List<Report> reports) {
        var fresh = insert(reports, 1);
        begin(fresh.values());
        return reports.stream()
                .map(report -> Optional.ofNullable(fresh.get(report.key()))
                        .map(Fresh::ticket)
                        .orElseGet(() -> openedBy(report.key())))
                .toList();
    }

    private void begin(Collection<Fresh> fresh) {
        messages.arrived(fresh.stream()
                .map(one -> new Messages.Arrived(one.ticket().id(), one.report().message()))
                .toList());
        participants.putReporters(fresh.stream().map(Fresh::ticket).toList());
        begun(fresh);
        for (var one : fresh) {
            var ticket = one.ticket();
            copied.by(ticket, one.report().message());
            acknowledgement.of(ticket, one.report().message());
        }
    }

    /** Their first entries and clocks. */
    void begun(Collection<Fresh> fresh) {
        for (var one : fresh) {
            var ticket = one.ticket();
            var opened = new TicketEvent.Opened(ticket.id(), ticket.channel());
            trace.leave(Trace.OPENED, ticket, one.report().by(), opened, told(ticket));
        }
        clocks.follow(fresh.stream().map(one -> one.ticket().id()).toList());
    }

    static Map<String, Object> told(Ticket ticket) {
        var told = new HashMap<String, Object>();
        told.put("channel", Spelling.of(ticket.channel()));
        told.put("reporter", ticket.reporter().display());
        told.put("how", Spelling.of(ticket.recognised().how()));
        told.put("trust", Spelling.of(ticket.recognised().trust()));
        return told;
    }

    /** A ticket that was not there before, and the report that it is made of. */
    record Fresh(Ticket ticket, Report report) {}

    /** By the reports' keys, without those that have their ticket already. */
    Map<String, Fresh> insert(List<Report> reports, int messages) {
        if (reports.isEmpty()) {
            return Map.of();
        }
        var rows = numbered(reports);
        var byCode = rows.stream().collect(toMap(Row::code, Row::report));
        return db
                .sql("""
                insert into tickets.ticket (
                       number, code, subject, channel, report_key, opened_at, customer_id, contact_id,
                       reporter_name, reporter_email, reporter_phone, recognition_how, recognition_trust, language,
                       support_address, team_id, claims_ticket_id, continues_ticket_id, last_message_at,
                       message_count, updated_at, stands_at)
                select number, code, subject, channel, key, opened_at, customer, contact,
                       name, email, phone, how, trust, language,
                       support_address, team, claims, continues, opened_at,
                       :messages, :now, opened_at + interval '1 hour'
                  from unnest(:number::bigint[], :code::text[], :subject::text[], :channel::text[], :key::text[],
                              :openedAt::timestamptz[], :customer::bigint[], :contact::bigint[], :name::text[],
                              :email::text[], :phone::text[], :how::text[], :trust::text[], :language::text[],
                              :supportAddress::text[], :team::bigint[], :claims::bigint[], :continues::bigint[])
                       as r (number, code, subject, channel, key, opened_at, customer, contact, name,
                             email, phone, how, trust, language, support_address, team, claims, continues)
                 order by number
                on conflict (report_key) do nothing
                returning *
                """)
                .param("number", rows.stream().map(Row::number).toArray(Long[]::new))
                .param("code", rows.stream().map(Row::code).toArray(String[]::new))
                .param("subject", texts(rows, row -> Subjects.of(row.report().message())))
                .param(
                        "channel",
                        texts(rows, row -> Spelling.of(row.report().message().channel())))
                .param("key", texts(rows, row -> row.report().key()))
                .param(
                        "openedAt",
                        texts(rows, row -> row.report().message().receivedAt().toString()))
                .param(
                        "customer",
                        ids(rows, row -> id(row.report().recognition().customer(), Customer::id)))
                .param("contact", ids(rows, row -> id(row.report().recognition().contact(), Contact::id)))
                .param(
                        "name",
                        texts(rows, row -> Subjects.name(row.report().reporter().name())))
                .param("email", texts(rows, row -> row.report().reporter().email()))
                .param("phone", texts(rows, row -> row.report().reporter().phone()))
                .param(
                        "how",
                        texts(
                                rows,
                                row -> Spelling.of(row.report().recognition().how())))
                .param(
                        "trust",
                        texts(
                                rows,
                                row -> Spelling.of(row.report().recognition().trust())))
                .param("language", texts(rows, row -> row.report().language()))
                .param("supportAddress", texts(rows, row -> row.report().supportAddress()))
                .param("team", ids(rows, Row::team))
                .param("claims", ids(rows, row -> row.report().claims()))
                .param("continues", ids(rows, row -> row.report().continues()))
                .param("messages", messages)
                .param("now", utc(holding.now()))
                .query(TicketRows::ticket)
                .list()
                .stream()
                .map(ticket -> new Fresh(ticket, Objects.requireNonNull(byCode.get(ticket.code()))))
                .collect(toMap(fresh -> fresh.report().key(), fresh -> fresh, (one, same) -> one, LinkedHashMap::new));
    }

    private record Row(long number, String code, long team, Report report) {}

    private List<Row> numbered(List<Report> reports) {
        var numbers = db.sql("select nextval('tickets.ticket_number') from generate_series(1, :count)")
                .param("count", reports.size())
                .query((row, number) -> row.getLong(1))
                .list();
        var teams = new HashMap<String, Long>();
        return IntStream.range(0, reports.size())
                .mapToObj(place -> {
                    var report = reports.get(place);
                    long number = numbers.get(place);
                    return new Row(
                            number,
                            new Code(Code.Kind.TICKET, number).toString(),
                            report.team() == null
                                    ? teams.computeIfAbsent(
                                            Objects.requireNonNullElse(report.supportAddress(), ""), this::teamOf)
                                    : report.team(),
                            report);
                })
                .toList();
    }

    private static <T> @Nullable Long id(@Nullable T known, ToLongFunction<T> id) {
        return known == null ? null : id.applyAsLong(known);
    }

    private static @Nullable Long[] ids(List<Row> rows, Function<Row, @Nullable Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    private static @Nullable String[] texts(List<Row> rows, Function<Row, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
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
