package pronto.tickets.work;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.channels.Outbox;
import pronto.channels.OutgoingMail;
import pronto.channels.SupportAddresses;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.tickets.Message;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;

/** Puts a message of ours into the outbox, so that it lands in the thread the customer already has. */
@Component
class Sending {

    private static final int REFERENCES = 20;

    private final JdbcClient db;
    private final Outbox outbox;
    private final SupportAddresses addresses;
    private final Staff staff;

    Sending(JdbcClient db, Outbox outbox, SupportAddresses addresses, Staff staff) {
        this.db = db;
        this.outbox = outbox;
        this.addresses = addresses;
        this.staff = staff;
    }

    /** Who it comes from: the person who writes, at the address the customer wrote to. */
    Mailbox from(Ticket ticket, Actor by) {
        var name = by.kind() == Actor.Kind.TECHNICIAN
                ? by.name()
                : staff.team(ticket.team()).map(Team::name).orElse(by.name());
        var written = ticket.supportAddress();
        var address = written != null && addresses.find(written) != null
                ? written
                : addresses.main().address();
        return new Mailbox(name, address);
    }

    /** {@code mailed} may say more than the message that is shown, as a closing sentence. */
    void send(Ticket ticket, long message, Messages.Written written, Wording.Safe mailed, Instant leaves) {
        var thread = thread(ticket.id(), message);
        var from = written.from();
        var sent = outbox.send(new OutgoingMail(
                "message:" + message,
                from == null || from.name() == null ? "" : from.name(),
                from == null ? addresses.main().address() : from.address(),
                written.to(),
                written.cc(),
                written.subject(),
                mailed.text(),
                mailed.html(),
                thread.isEmpty() ? null : thread.getLast(),
                thread,
                written.files().stream().map(Sending::attached).toList(),
                ticket.language(),
                false,
                ticket.id(),
                Trace.KIND,
                ticket.id(),
                leaves));
        db.sql("""
                update tickets.message
                   set outgoing_id = :outgoing, message_id = :messageId, in_reply_to = :inReplyTo,
                       reference_ids = :references, leaves_at = :leaves
                 where id = :id
                """)
                .param("outgoing", sent.outgoing())
                .param("messageId", MessageIds.read(sent.messageId()).orElse(sent.messageId()))
                .param("inReplyTo", thread.isEmpty() ? null : thread.getLast())
                .param("references", thread.toArray(String[]::new))
                .param("leaves", Columns.utc(leaves))
                .param("id", message)
                .update();
    }

    /** The first message, which names the thread, and the last ones, which some programs look for. */
    private List<String> thread(long ticket, long before) {
        return db.sql("""
                select message_id from (
                    (select id, message_id from tickets.message
                      where ticket_id = :ticket and id < :before and message_id is not null and automatic is null
                      order by id limit 1)
                    union
                    (select id, message_id from tickets.message
                      where ticket_id = :ticket and id < :before and message_id is not null and automatic is null
                      order by id desc limit :most)) m
                 order by id
                """)
                .param("ticket", ticket)
                .param("before", before)
                .param("most", REFERENCES)
                .query((row, number) -> row.getString("message_id"))
                .list();
    }

    private static OutgoingMail.Attachment attached(Message.File file) {
        return new OutgoingMail.Attachment(
                file.name(), file.contentType(), file.file(), file.size(), file.inline(), file.contentId());
    }
}
