package pronto.tickets.intake;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.tickets.Desk;

/** Senders whose mail opens no ticket. */
@Component
class Blocked {

    private final JdbcClient db;
    private final Desk desk;

    Blocked(JdbcClient db, Desk desk) {
        this.db = db;
        this.desk = desk;
    }

    /** The addresses of those who are blocked, by themselves or with all of their domain. */
    Set<String> among(Collection<Mailbox> senders) {
        return db.sql("""
                select s.address from unnest(:addresses::text[], :domains::text[]) as s (address, domain)
                 where exists (select from tickets.blocked_sender b where b.sender in (s.address, s.domain))
                """)
                .param("addresses", senders.stream().map(Mailbox::address).toArray(String[]::new))
                .param(
                        "domains",
                        senders.stream().map(sender -> "@" + sender.domain()).toArray(String[]::new))
                .query((row, number) -> row.getString("address"))
                .set();
    }

    /** Our own mail coming back would talk to itself. */
    boolean ours(String address) {
        return desk.ours(address);
    }
}
