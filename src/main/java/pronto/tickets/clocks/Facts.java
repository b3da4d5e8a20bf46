package pronto.tickets.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.runtime.Spelling;
import pronto.sla.Cause;
import pronto.sla.Priority;
import pronto.tickets.TicketState;

/** What of a ticket its clocks follow, as it stands in this transaction. */
record Facts(
        long ticket,
        TicketState state,
        @Nullable Priority priority,
        Instant openedAt,
        @Nullable Instant pickedUpAt,
        boolean held,
        Instant standsAt,
        @Nullable Instant endedAt,
        @Nullable String resolution,
        boolean merged,
        boolean spam,
        Instant lastMessageAt,
        boolean lastFromCustomer,
        @Nullable String plan,
        @Nullable Instant answeredAt,
        @Nullable Instant writtenAt,
        @Nullable Instant nextUpdateAt,
        boolean clocks) {

    static Facts of(JdbcClient db, long ticket) {
        return of(db, List.of(ticket)).getFirst();
    }

    static List<Facts> of(JdbcClient db, Collection<Long> tickets) {
        return db.sql("""
                select t.*, c.plan, w.first_at, w.last_at, w.next_at,
                       exists (select from tickets.clock k where k.ticket_id = t.id) as has_clocks
                  from tickets.ticket t
                  left join customers.customer c on c.id = t.customer_id
                  left join lateral (
                       select min(m.received_at) as first_at, max(m.received_at) as last_at,
                              (array_agg(m.next_update_at order by m.received_at desc, m.id desc))[1] as next_at
                         from tickets.message m
                        where m.ticket_id = t.id and m.direction = 'out' and m.kind = 'message'
                          and m.automatic is null) w on true
                 where t.id = any(:tickets)
                """)
                .param("tickets", tickets.toArray(Long[]::new))
                .query(Facts::row)
                .list();
    }

    /** Nothing is to be done about it any more: since when, or null while it is open. */
    boolean over() {
        return merged || spam || !state.open();
    }

    Cause end() {
        return merged ? Cause.MERGED : spam ? Cause.SPAM : state == TicketState.CLOSED ? Cause.CLOSED : Cause.RESOLVED;
    }

    /** Whether somebody told the customer when they hear from us next; that is owed whoever has the move. */
    boolean told(ClockKind kind) {
        return kind == ClockKind.UPDATE && nextUpdateAt != null;
    }

    /** The same ticket, were this its priority. */
    Facts with(Priority other) {
        return new Facts(
                ticket,
                state,
                other,
                openedAt,
                pickedUpAt,
                held,
                standsAt,
                endedAt,
                resolution,
                merged,
                spam,
                lastMessageAt,
                lastFromCustomer,
                plan,
                answeredAt,
                writtenAt,
                nextUpdateAt,
                clocks);
    }

    boolean waits() {
        return !over() && state == TicketState.WAITING_FOR_CUSTOMER;
    }

    private static Facts row(ResultSet row, int number) throws SQLException {
        var resolved = instant(row, "resolved_at");
        var priority = row.getString("priority");
        return new Facts(
                row.getLong("id"),
                Spelling.read(TicketState.class, row.getString("state")),
                priority == null ? null : Priority.valueOf(priority),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "picked_up_at"),
                row.getObject("technician_id") != null,
                row.getObject("stands_at", OffsetDateTime.class).toInstant(),
                resolved == null ? instant(row, "closed_at") : resolved,
                row.getString("resolution_kind"),
                row.getObject("merged_into_id") != null,
                row.getObject("spam_at") != null,
                row.getObject("last_message_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("last_from_customer"),
                row.getString("plan"),
                instant(row, "first_at"),
                instant(row, "last_at"),
                instant(row, "next_at"),
                row.getBoolean("has_clocks"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
