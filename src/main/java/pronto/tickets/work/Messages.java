package pronto.tickets.work;

import static pronto.tickets.work.Columns.spelled;
import static pronto.tickets.work.Columns.utc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
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
            List<Message.File> files,
            @Nullable Instant nextUpdate) {}

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;
    private final Json json;
    private final Holding holding;

    Messages(JdbcClient db, NamedParameterJdbcOperations batch, Json json, Holding holding) {
        this.db = db;
        this.batch = batch;
        this.json = json;
        this.holding = holding;
    }

    /** What came for a ticket. */
    record Arrived(long ticket, Arrival message) {}

    long arrived(long ticket, Arrival message) {
        return arrived(List.of(new Arrived(ticket, message))).getFirst();
    }

    /** Their ids, in their order. */
    List<Long> arrived(List<Arrived> all) {
        var ids = newIds(all.size());
        // Sent together, and not as columns: texts are long, and an array of them is written and read letter by letter.
        batch.batchUpdate(
                """
                insert into tickets.message (
                       id, ticket_id, incoming_id, direction, kind, channel, automatic, from_name, from_address,
                       to_addresses, cc_addresses, reply_to, subject, sent_at, received_at, message_id, in_reply_to,
                       reference_ids, text, full_text, html, has_remote_images, trust, unreadable)
                overriding system value
                values (:id, :ticket, :incoming, 'in', 'message', :channel, :automatic, :fromName, :fromAddress,
                       :to::jsonb, :cc::jsonb, :replyTo::jsonb, :subject, :sentAt, :receivedAt, :messageId, :inReplyTo,
                       :references, :text, :fullText, :html, :remoteImages, :trust, :unreadable)
                """,
                IntStream.range(0, all.size())
                        .mapToObj(place -> columns(ids.get(place), all.get(place)))
                        .toArray(SqlParameterSource[]::new));
        attach(ids, all.stream().map(one -> one.message().files()).toList());
        return ids;
    }

    private List<Long> newIds(int count) {
        return db.sql("select nextval('tickets.message_id_seq') from generate_series(1, :count)")
                .param("count", count)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private SqlParameterSource columns(long id, Arrived arrived) {
        var message = arrived.message();
        return new MapSqlParameterSource()
                .addValue("id", id)
                .addValue("ticket", arrived.ticket())
                .addValue("incoming", message.incoming())
                .addValue("channel", spelled(message.channel()))
                .addValue("automatic", spelled(message.automatic()))
                .addValue("fromName", name(message.from()))
                .addValue("fromAddress", address(message.from()))
                .addValue("to", json.write(message.to()))
                .addValue("cc", json.write(message.cc()))
                .addValue("replyTo", json.write(message.replyTo()))
                .addValue("subject", storable(message.subject()))
                .addValue("sentAt", utc(message.date()))
                .addValue("receivedAt", utc(message.receivedAt()))
                .addValue("messageId", MessageIds.read(message.messageId()).orElse(null))
                .addValue("inReplyTo", MessageIds.read(message.inReplyTo()).orElse(null))
                .addValue("references", MessageIds.column(message.references()))
                .addValue("text", storable(message.text()))
                .addValue("fullText", storable(message.fullText()))
                .addValue("html", message.html() == null ? null : storable(message.html()))
                .addValue("remoteImages", message.remoteImages())
                .addValue("trust", spelled(message.trust()))
                .addValue("unreadable", message.unreadable());
    }

    long written(long ticket, Written message) {
        var now = holding.now().atOffset(ZoneOffset.UTC);
        var id = db.sql("""
                insert into tickets.message (
                       ticket_id, direction, kind, channel, technician_id, from_name, from_address,
                       to_addresses, cc_addresses, subject, sent_at, received_at, text, full_text, html,
                       next_update_at)
                values (:ticket, 'out', :kind, :channel, :technician, :fromName, :fromAddress,
                       :to::jsonb, :cc::jsonb, :subject, :now, :now, :text, :text, :html, :nextUpdate)
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
                .param("nextUpdate", utc(message.nextUpdate()))
                .query(Long.class)
                .single();
        attach(List.of(id), List.of(message.files()));
        return id;
    }

    private void attach(List<Long> messages, List<List<Message.File>> files) {
        var rows = new ArrayList<SqlParameterSource>();
        for (var place = 0; place < messages.size(); place++) {
            for (var position = 0; position < files.get(place).size(); position++) {
                rows.add(columns(messages.get(place), position, files.get(place).get(position)));
            }
        }
        if (!rows.isEmpty()) {
            batch.batchUpdate("""
                    insert into tickets.attachment
                           (message_id, position, name, content_type, size, sha256, inline, content_id)
                    values (:message, :position, :name, :type, :size, :sha256, :inline, :contentId)
                    """, rows.toArray(SqlParameterSource[]::new));
        }
    }

    private static SqlParameterSource columns(long message, int position, Message.File file) {
        return new MapSqlParameterSource()
                .addValue("message", message)
                .addValue("position", position)
                .addValue("name", storable(file.name()))
                .addValue("type", storable(file.contentType()))
                .addValue("size", file.size())
                .addValue("sha256", file.file().sha256())
                .addValue("inline", file.inline())
                .addValue("contentId", file.contentId());
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
