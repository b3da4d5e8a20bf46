package pronto.tickets.work;

import static pronto.tickets.work.Columns.spelled;
import static pronto.tickets.work.Columns.utc;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.tickets.Arrival;
import pronto.tickets.Channel;
import pronto.tickets.Message;

/** Writes messages down. */
@Component
class Messages {

    /** What a technician or a program wrote. */
    record Written(
            Message.Kind kind,
            Channel channel,
            @Nullable Long technician,
            @Nullable Mailbox from,
            List<Mailbox> to,
            List<Mailbox> cc,
            String subject,
            Wording.Safe words,
            List<Message.File> files) {}

    private final JdbcClient db;
    private final Json json;
    private final Holding holding;

    Messages(JdbcClient db, Json json, Holding holding) {
        this.db = db;
        this.json = json;
        this.holding = holding;
    }

    long arrived(long ticket, Arrival message) {
        var id = db.sql("""
                insert into tickets.message (
                       ticket_id, incoming_id, direction, kind, channel, automatic, from_name, from_address,
                       to_addresses, cc_addresses, reply_to, subject, sent_at, received_at, message_id, in_reply_to,
                       reference_ids, text, full_text, html, has_remote_images, trust, unreadable)
                values (:ticket, :incoming, 'in', 'message', :channel, :automatic, :fromName, :fromAddress,
                       :to::jsonb, :cc::jsonb, :replyTo::jsonb, :subject, :sentAt, :receivedAt, :messageId, :inReplyTo,
                       :references, :text, :fullText, :html, :remoteImages, :trust, :unreadable)
                returning id
                """)
                .param("ticket", ticket)
                .param("incoming", message.incoming())
                .param("channel", spelled(message.channel()))
                .param("automatic", spelled(message.automatic()))
                .param("fromName", name(message.from()))
                .param("fromAddress", address(message.from()))
                .param("to", json.write(message.to()))
                .param("cc", json.write(message.cc()))
                .param("replyTo", json.write(message.replyTo()))
                .param("subject", storable(message.subject()))
                .param("sentAt", utc(message.date()))
                .param("receivedAt", utc(message.receivedAt()))
                .param("messageId", MessageIds.read(message.messageId()).orElse(null))
                .param("inReplyTo", MessageIds.read(message.inReplyTo()).orElse(null))
                .param("references", MessageIds.column(message.references()))
                .param("text", storable(message.text()))
                .param("fullText", storable(message.fullText()))
                .param("html", message.html() == null ? null : storable(message.html()))
                .param("remoteImages", message.remoteImages())
                .param("trust", spelled(message.trust()))
                .param("unreadable", message.unreadable())
                .query(Long.class)
                .single();
        attach(id, message.files());
        return id;
    }

    long written(long ticket, Written message) {
        var now = holding.now().atOffset(ZoneOffset.UTC);
        var id = db.sql("""
                insert into tickets.message (
                       ticket_id, direction, kind, channel, technician_id, from_name, from_address,
                       to_addresses, cc_addresses, subject, sent_at, received_at, text, full_text, html)
                values (:ticket, 'out', :kind, :channel, :technician, :fromName, :fromAddress,
                       :to::jsonb, :cc::jsonb, :subject, :now, :now, :text, :text, :html)
                returning id
                """)
                .param("ticket", ticket)
                .param("kind", spelled(message.kind()))
                .param("channel", spelled(message.channel()))
                .param("technician", message.technician())
                .param("fromName", name(message.from()))
                .param("fromAddress", address(message.from()))
                .param("to", json.write(message.to()))
                .param("cc", json.write(message.cc()))
                .param("subject", message.subject())
                .param("now", now)
                .param("text", message.words().text())
                .param("html", message.words().html())
                .query(Long.class)
                .single();
        attach(id, message.files());
        return id;
    }

    private void attach(long message, List<Message.File> files) {
        for (var position = 0; position < files.size(); position++) {
            var file = files.get(position);
            db.sql("""
                    insert into tickets.attachment
                           (message_id, position, name, content_type, size, sha256, inline, content_id)
                    values (:message, :position, :name, :type, :size, :sha256, :inline, :contentId)
                    """)
                    .param("message", message)
                    .param("position", position)
                    .param("name", storable(file.name()))
                    .param("type", storable(file.contentType()))
                    .param("size", file.size())
                    .param("sha256", file.file().sha256())
                    .param("inline", file.inline())
                    .param("contentId", file.contentId())
                    .update();
        }
    }

    private static @Nullable String name(@Nullable Mailbox from) {
        return from == null || from.name() == null ? null : storable(from.name());
    }

    private static @Nullable String address(@Nullable Mailbox from) {
        return from == null ? null : from.address();
    }

    // PostgreSQL keeps any character but this one, and a mail may hold it.
    static String storable(String text) {
        return text.replace("\0", "");
    }
}
