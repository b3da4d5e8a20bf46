package pronto.tickets.work;

import static pronto.tickets.work.Columns.choice;
import static pronto.tickets.work.Columns.choiceOrNull;
import static pronto.tickets.work.Columns.instant;
import static pronto.tickets.work.Columns.instantOrNull;
import static pronto.tickets.work.Columns.longOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pronto.channels.Trust;
import pronto.customers.Recognition;
import pronto.sla.Priority;
import pronto.tickets.Channel;
import pronto.tickets.Satisfaction;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.tickets.clocks.ClockKind;
import pronto.tickets.clocks.Standing;

/** What a list says of one ticket. {@code offered} means that who has it is away: another may take it. */
public record QueueLine(
        long id,
        String code,
        String subject,
        TicketState state,
        @Nullable Priority priority,
        Channel channel,
        Instant openedAt,
        @Nullable Long customer,
        @Nullable String customerCode,
        @Nullable String customerName,
        @Nullable String reporterName,
        @Nullable String reporterEmail,
        Recognition.How how,
        Trust trust,
        String language,
        long team,
        @Nullable Long technician,
        @Nullable String technicianName,
        boolean offered,
        Instant lastMessageAt,
        boolean lastFromCustomer,
        int messages,
        @Nullable Instant spamAt,
        Ticket.@Nullable Undelivered undelivered,
        @Nullable Satisfaction satisfaction,
        long version,
        boolean posing,
        Instant standsAt,
        @Nullable String plan,
        @Nullable Promised promised) {

    /** The promise that breaks next: {@code told} is the last mark of it that was passed. */
    public record Promised(ClockKind kind, Instant dueAt, int told) {}

    /** Among whom it stands: the critical, those that nobody has looked at yet, and all others. */
    public String rank() {
        return Queue.rank(priority);
    }

    /** Whether it has come to stand where it does because it waited, and not for a promise. */
    public boolean byAge() {
        return technician == null && standsAt.equals(Standing.byAge(priority, openedAt));
    }

    /** Who reports, in as few words as a list has room for; who poses as one of us bears no name. */
    public String reporter() {
        return reporterName != null && !posing ? reporterName : reporterEmail != null ? reporterEmail : "";
    }

    static final String COLUMNS = from("tickets.ticket");

    /** The columns of these tickets: of the table, or of a question in brackets that gives rows of it. */
    static String from(String tickets) {
        return """
            select t.id, t.code, t.subject, t.state, t.priority, t.channel, t.opened_at,
                   t.customer_id, c.code as customer_code, c.name as customer_name,
                   t.reporter_name, t.reporter_email, t.recognition_how, t.recognition_trust, t.language,
                   t.team_id, t.technician_id, h.name as technician_name,
                   h.away_since is not null or h.left_at is not null as offered,
                   t.last_message_at, t.last_from_customer, t.message_count, t.spam_at, t.undelivered, t.satisfaction, t.version,
                   t.recognition_trust <> 'verified'
                     and exists (select from staff.technician o where o.email = t.reporter_email) as posing,
                   t.stands_at, c.plan, p.kind as promised, p.due_at, p.told
              from %s t
              left join customers.customer c on c.id = t.customer_id
              left join staff.technician h on h.id = t.technician_id
              left join lateral (
                   select k.kind, k.due_at, k.told from tickets.clock k
                    where k.ticket_id = t.id and k.state = 'running' and k.due_at is not null
                    -- As an expression, or all clocks in the order of their index might be asked for this ticket's.
                    order by k.due_at at time zone 'UTC', k.id limit 1) p on true
            """.formatted(tickets);
    }

    static QueueLine of(ResultSet row, int number) throws SQLException {
        return new QueueLine(
                row.getLong("id"),
                row.getString("code"),
                row.getString("subject"),
                choice(row, "state", TicketState.class),
                choiceOrNull(row, "priority", Priority.class),
                choice(row, "channel", Channel.class),
                instant(row, "opened_at"),
                longOrNull(row, "customer_id"),
                row.getString("customer_code"),
                row.getString("customer_name"),
                row.getString("reporter_name"),
                row.getString("reporter_email"),
                choice(row, "recognition_how", Recognition.How.class),
                choice(row, "recognition_trust", Trust.class),
                row.getString("language"),
                row.getLong("team_id"),
                longOrNull(row, "technician_id"),
                row.getString("technician_name"),
                row.getBoolean("offered"),
                instant(row, "last_message_at"),
                row.getBoolean("last_from_customer"),
                row.getInt("message_count"),
                instantOrNull(row, "spam_at"),
                choiceOrNull(row, "undelivered", Ticket.Undelivered.class),
                choiceOrNull(row, "satisfaction", Satisfaction.class),
                row.getLong("version"),
                row.getBoolean("posing"),
                instant(row, "stands_at"),
                row.getString("plan"),
                promised(row));
    }

    private static @Nullable Promised promised(ResultSet row) throws SQLException {
        var kind = choiceOrNull(row, "promised", ClockKind.class);
        return kind == null ? null : new Promised(kind, instant(row, "due_at"), row.getInt("told"));
    }
}
