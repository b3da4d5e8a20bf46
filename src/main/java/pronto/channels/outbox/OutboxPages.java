package pronto.channels.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pronto.channels.Delivery;
import pronto.channels.Delivery.State;
import pronto.channels.Mailbox;

/** What the outbox shows: bounded, the newest first. */
@Repository
public class OutboxPages {

    /** More are shown as this many and a plus. */
    public static final int MANY = 99;

    private static final Duration WORTH_A_COUNT = Duration.ofDays(7);

    private static final String LINE = """
            select d.id, d.outgoing_id, d.address, d.state, d.attempts, d.answer, d.at, d.late_at, d.next_try_at,
                   o.subject, o.automatic, o.subject_kind, o.subject_id,
                   (select bool_and(e.state in ('queued', 'deferred') and not e.maybe_left and e.lease_until is null)
                      from channels.delivery e where e.outgoing_id = o.id) as may_be_taken_back
              from channels.delivery d
              join channels.outgoing o on o.id = d.outgoing_id
            """;

    private static final String ADDRESS = " and lower(d.address) = :to";
    private static final String DOMAIN = " and lower(split_part(d.address, '@', 2)) = :to";

    private final JdbcClient db;
    private final OutgoingRows rows;
    private final InstantSource time;

    OutboxPages(JdbcClient db, OutgoingRows rows, InstantSource time) {
        this.db = db;
        this.rows = rows;
        this.time = time;
    }

    /** {@code to} is a whole address, or a domain; empty for all. */
    public List<OutboxLine> lines(@Nullable State state, String to, @Nullable Long before, int limit) {
        var wanted = to.strip().toLowerCase(Locale.ROOT);
        var domain = wanted.startsWith("@") ? wanted.substring(1) : wanted;
        return db.sql(LINE
                        + " where d.id < :before"
                        + (state == null ? "" : " and d.state = :state")
                        + (wanted.isEmpty() ? "" : domain.contains("@") ? ADDRESS : DOMAIN)
                        + " order by d.id desc limit :limit")
                .param("state", state == null ? null : state.name().toLowerCase(Locale.ROOT))
                .param("to", domain)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(OutboxPages::line)
                .list();
    }

    public List<OutboxLine> linesOf(long outgoing) {
        return db.sql(LINE + "where o.id = :outgoing order by d.id")
                .param("outgoing", outgoing)
                .query(OutboxPages::line)
                .list();
    }

    /** A letter to a technician may hold a link that signs in as them: nobody else reads what it says. */
    private static final String TO_OURSELVES = "technician";

    public Optional<OutboxCopy> copy(long outgoing) {
        return db.sql("select * from channels.outgoing where id = :id")
                .param("id", outgoing)
                .query((row, number) -> {
                    var recipients = rows.recipients(row);
                    return new OutboxCopy(
                            outgoing,
                            new Mailbox(row.getString("from_name"), row.getString("from_address")),
                            recipients.to(),
                            recipients.cc(),
                            row.getString("subject"),
                            TO_OURSELVES.equals(row.getString("subject_kind")) ? null : row.getString("text"),
                            row.getString("signature"),
                            rows.attachments(row),
                            row.getString("message_id"),
                            row.getBoolean("automatic"),
                            row.getString("subject_kind"),
                            row.getObject("subject_id", Long.class),
                            Columns.instant(row, "created_at"));
                })
                .optional();
    }

    /** How many somebody should look at: put off, or refused of late; never counts further than it is shown. */
    public int troubles() {
        return db.sql("""
                select (select count(*) from (
                           select 1 from channels.delivery where state = 'deferred' limit :most) d)
                     + (select count(*) from (
                           select at from channels.delivery where state = 'bounced' order by id desc limit :most) b
                         where b.at > :since)
                """)
                .param("most", MANY + 1)
                .param("since", Columns.utc(time.instant().minus(WORTH_A_COUNT)))
                .query(Integer.class)
                .single();
    }

    private static OutboxLine line(ResultSet row, int number) throws SQLException {
        return new OutboxLine(
                new Delivery(
                        row.getLong("id"),
                        row.getLong("outgoing_id"),
                        row.getString("address"),
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getInt("attempts"),
                        row.getString("answer"),
                        Columns.instant(row, "at"),
                        Columns.instantOrNull(row, "late_at")),
                row.getString("subject"),
                row.getBoolean("automatic"),
                row.getString("subject_kind"),
                row.getObject("subject_id", Long.class),
                Columns.instant(row, "next_try_at"),
                row.getBoolean("may_be_taken_back"));
    }
}
