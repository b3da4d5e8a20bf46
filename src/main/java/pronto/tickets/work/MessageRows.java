package pronto.tickets.work;

import static pronto.tickets.work.Columns.choice;
import static pronto.tickets.work.Columns.choiceOrNull;
import static pronto.tickets.work.Columns.instant;
import static pronto.tickets.work.Columns.instantOrNull;
import static pronto.tickets.work.Columns.longOrNull;
import static pronto.tickets.work.Columns.strings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;
import pronto.channels.Automatic;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.files.FileId;
import pronto.tickets.Channel;
import pronto.tickets.Message;

/** Rows of {@code tickets.message} and {@code tickets.attachment} as messages, still without their deliveries. */
@Component
class MessageRows {

    private final Json json;

    MessageRows(Json json) {
        this.json = json;
    }

    Message message(ResultSet row, int number) throws SQLException {
        var address = row.getString("from_address");
        return new Message(
                row.getLong("id"),
                row.getLong("ticket_id"),
                longOrNull(row, "home_ticket_id"),
                choice(row, "direction", Message.Direction.class),
                choice(row, "kind", Message.Kind.class),
                choice(row, "channel", Channel.class),
                choiceOrNull(row, "automatic", Automatic.class),
                longOrNull(row, "technician_id"),
                address == null ? null : new Mailbox(row.getString("from_name"), address),
                json.mailboxes(row.getString("to_addresses")),
                json.mailboxes(row.getString("cc_addresses")),
                json.mailboxes(row.getString("reply_to")),
                row.getString("subject"),
                instantOrNull(row, "sent_at"),
                instant(row, "received_at"),
                row.getString("message_id"),
                row.getString("in_reply_to"),
                strings(row, "reference_ids"),
                row.getString("text"),
                row.getString("full_text"),
                row.getString("html"),
                row.getBoolean("has_remote_images"),
                choiceOrNull(row, "trust", Trust.class),
                row.getString("unreadable"),
                longOrNull(row, "incoming_id"),
                longOrNull(row, "outgoing_id"),
                instantOrNull(row, "leaves_at"),
                instantOrNull(row, "next_update_at"),
                List.of(),
                List.of());
    }

    static Message.Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Message.Attachment(
                row.getLong("id"),
                row.getString("name"),
                row.getString("content_type"),
                row.getLong("size"),
                new FileId(row.getString("sha256")),
                row.getBoolean("inline"),
                row.getString("content_id"));
    }
}
