package pronto.tickets.intake;

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

    boolean blocks(Mailbox sender) {
        return db.sql("select exists (select from tickets.blocked_sender where sender = :address or sender = :domain)")
                .param("address", sender.address())
                .param("domain", "@" + sender.domain())
                .query(Boolean.class)
                .single();
    }

    /** Our own mail coming back would talk to itself. */
    boolean ours(String address) {
        return desk.ours(address);
    }
}
