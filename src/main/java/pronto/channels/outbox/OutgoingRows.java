package pronto.channels.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pronto.channels.Mailbox;
import pronto.channels.Outbox.Sent;
import pronto.channels.OutgoingMail;
import pronto.channels.OutgoingMail.Attachment;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Messages on their way out, as rows. */
@Repository
class OutgoingRows {

    /** Who stands above the message. */
    record Recipients(List<Mailbox> to, List<Mailbox> cc) {}

    private static final TypeReference<List<Attachment>> ATTACHMENTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    OutgoingRows(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Null when a message with this key is there already. */
    @Nullable Sent insert(OutgoingMail mail, String messageId, String signature, Instant now) {
        return db.sql("""
                insert into channels.outgoing
                       (once_key, message_id, from_name, from_address, subject, text, html, signature, recipients,
                        in_reply_to, reference_ids, attachments, language, automatic, subject_kind, subject_id,
                        created_at, send_after)
                values (:onceKey, :messageId, :fromName, :fromAddress, :subject, :text, :html, :signature,
                        :recipients::jsonb, :inReplyTo, :references, :attachments::jsonb, :language, :automatic,
                        :subjectKind, :subjectId, :now, :sendAfter)
                on conflict (once_key) do nothing
                returning id, message_id
                """)
                .param("onceKey", mail.onceKey())
                .param("messageId", messageId)
                .param("fromName", mail.fromName())
                .param("fromAddress", mail.fromAddress())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("signature", signature)
                .param("recipients", json.writeValueAsString(new Recipients(mail.to(), mail.cc())))
                .param("inReplyTo", mail.inReplyTo())
                .param("references", mail.references().toArray(String[]::new))
                .param("attachments", json.writeValueAsString(mail.attachments()))
                .param("language", mail.language())
                .param("automatic", mail.automatic())
                .param("subjectKind", mail.subjectKind())
                .param("subjectId", mail.subjectId())
                .param("now", Columns.utc(now))
                .param("sendAfter", Columns.utc(mail.sendAfter()))
                .query(OutgoingRows::sent)
                .optional()
                .orElse(null);
    }

    Sent sent(String onceKey) {
        return db.sql("select id, message_id from channels.outgoing where once_key = :onceKey")
                .param("onceKey", onceKey)
                .query(OutgoingRows::sent)
                .single();
    }

    /** The letter of a row that joins {@code outgoing} and {@code delivery}. */
    Letter letter(ResultSet row) throws SQLException {
        var recipients = recipients(row);
        return new Letter(
                row.getString("address"),
                new Mailbox(row.getString("from_name"), row.getString("from_address")),
                row.getString("reply_to"),
                recipients.to(),
                recipients.cc(),
                row.getString("subject"),
                row.getString("text"),
                row.getString("html"),
                row.getString("signature"),
                row.getString("message_id"),
                row.getString("in_reply_to"),
                List.of((String[]) row.getArray("reference_ids").getArray()),
                attachments(row),
                row.getString("language"),
                row.getBoolean("automatic"),
                Columns.instant(row, "first_send_after"));
    }

    Recipients recipients(ResultSet row) throws SQLException {
        return json.readValue(row.getString("recipients"), Recipients.class);
    }

    List<Attachment> attachments(ResultSet row) throws SQLException {
        return json.readValue(row.getString("attachments"), ATTACHMENTS);
    }

    private static Sent sent(ResultSet row, int number) throws SQLException {
        return new Sent(row.getLong("id"), row.getString("message_id"));
    }
}
