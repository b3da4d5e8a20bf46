package pronto.tickets.work;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may not write to us, and who decided that. */
@Component
public class BlockedSenders {

    /** An address, or {@code @} and a domain. */
    public record Sender(String sender, @Nullable String by, Instant at) {}

    private final JdbcClient db;

    BlockedSenders(JdbcClient db) {
        this.db = db;
    }

    /** The newest first. */
    public List<Sender> newest(int limit) {
        return db.sql("""
                select b.sender, w.name as by, b.at
                  from tickets.blocked_sender b left join staff.technician w on w.id = b.technician_id
                 order by b.at desc, b.sender limit :limit
                """)
                .param("limit", limit)
                .query((row, number) ->
                        new Sender(row.getString("sender"), row.getString("by"), Columns.instant(row, "at")))
                .list();
    }

    /** What keeps this address out: itself, its domain, or both. */
    public List<String> against(@Nullable String address) {
        return address == null
                ? List.of()
                : db.sql("select sender from tickets.blocked_sender where sender = :address or sender = :domain")
                        .param("address", address)
                        .param("domain", address.substring(address.indexOf('@')))
                        .query((row, number) -> row.getString("sender"))
                        .list();
    }
}
