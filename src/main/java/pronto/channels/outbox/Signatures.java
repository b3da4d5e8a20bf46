package pronto.channels.outbox;

import java.time.InstantSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.OutgoingMail;

/** What stands under every mail, in its language; {@code {name}} and {@code {address}} are the sender's. */
@Component
class Signatures {

    private static final String PLAIN = "{name}";

    private final JdbcClient db;
    private final InstantSource time;

    Signatures(JdbcClient db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** Filled in, as it will stand under this message. */
    String of(OutgoingMail mail) {
        return in(mail.language())
                .replace("{name}", mail.fromName())
                .replace("{address}", mail.fromAddress())
                .strip();
    }

    /** As it was written; the sender's name alone where nobody wrote one. */
    String in(String language) {
        return db.sql("select text from channels.signature where language = :language")
                .param("language", language)
                .query(String.class)
                .optional()
                .orElse(PLAIN);
    }

    void write(Map<String, String> byLanguage) {
        byLanguage.forEach((language, text) -> db.sql("""
                insert into channels.signature (language, text, updated_at) values (:language, :text, :now)
                on conflict (language) do update set text = excluded.text, updated_at = excluded.updated_at
                """)
                .param("language", language)
                .param("text", text.replace("\0", "").strip())
                .param("now", Columns.utc(time.instant()))
                .update());
    }
}
