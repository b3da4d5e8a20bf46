package pronto.tickets.work;

import static pronto.tickets.work.Columns.choice;
import static pronto.tickets.work.Columns.choiceOrNull;
import static pronto.tickets.work.Columns.instant;
import static pronto.tickets.work.Columns.instantOrNull;
import static pronto.tickets.work.Columns.longOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import pronto.channels.Trust;
import pronto.customers.Recognition;
import pronto.sla.Priority;
import pronto.tickets.Channel;
import pronto.tickets.Resolution;
import pronto.tickets.Satisfaction;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;

/** A row of {@code tickets.ticket} as a ticket. */
final class TicketRows {

    private TicketRows() {}

    static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(
                row.getLong("id"),
                row.getString("code"),
                row.getString("subject"),
                choice(row, "state", TicketState.class),
                choiceOrNull(row, "priority", Priority.class),
                choice(row, "channel", Channel.class),
                instant(row, "opened_at"),
                longOrNull(row, "customer_id"),
                longOrNull(row, "contact_id"),
                new Ticket.Reporter(
                        row.getString("reporter_name"),
                        row.getString("reporter_email"),
                        row.getString("reporter_phone")),
                new Ticket.Recognised(
                        choice(row, "recognition_how", Recognition.How.class),
                        choice(row, "recognition_trust", Trust.class)),
                row.getString("language"),
                row.getString("support_address"),
                row.getLong("team_id"),
                longOrNull(row, "technician_id"),
                instantOrNull(row, "picked_up_at"),
                instantOrNull(row, "resolved_at"),
                instantOrNull(row, "closed_at"),
                resolution(row),
                longOrNull(row, "claims_ticket_id"),
                longOrNull(row, "continues_ticket_id"),
                longOrNull(row, "merged_into_id"),
                instantOrNull(row, "spam_at"),
                instant(row, "last_message_at"),
                row.getBoolean("last_from_customer"),
                row.getInt("message_count"),
                choiceOrNull(row, "undelivered", Ticket.Undelivered.class),
                choiceOrNull(row, "satisfaction", Satisfaction.class),
                row.getLong("version"),
                instant(row, "updated_at"));
    }

    private static @Nullable Resolution resolution(ResultSet row) throws SQLException {
        var kind = choiceOrNull(row, "resolution_kind", Resolution.Kind.class);
        return kind == null
                ? null
                : Resolution.of(kind, row.getString("resolution_text"), row.getString("resolution_evidence"));
    }
}
