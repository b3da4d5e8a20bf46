package pronto.tickets.work;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.tickets.Ticket;

/**
 * Where an answer goes. Somebody may ask to be answered elsewhere than where they write from; that is done for a sender
 * who is proven, and shown for everybody else: a forged name must not lead our answer away.
 */
@Component
public class ReturnAddress {

    private final JdbcClient db;
    private final Json json;
    private final Participants participants;

    ReturnAddress(JdbcClient db, Json json, Participants participants) {
        this.db = db;
        this.json = json;
        this.participants = participants;
    }

    public List<Mailbox> of(Ticket ticket) {
        var address = ticket.reporter().email();
        if (address == null) {
            return List.of();
        }
        var elsewhere = asked(ticket.id(), address).stream()
                .filter(mailbox -> !participants.ours(mailbox.address()))
                .toList();
        return elsewhere.isEmpty() ? List.of(new Mailbox(ticket.reporter().name(), address)) : elsewhere;
    }

    /** What the reporter's last message says. */
    private List<Mailbox> asked(long ticket, String reporter) {
        return db.sql("""
                select case when trust = 'verified' then reply_to else '[]' end from tickets.message
                 where ticket_id = :ticket and direction = 'in' and automatic is null and from_address = :reporter
                 order by id desc limit 1
                """)
                .param("ticket", ticket)
                .param("reporter", reporter)
                .query((row, number) -> json.mailboxes(row.getString(1)))
                .optional()
                .orElse(List.of());
    }
}
