package pronto.channels.outbox;

import java.time.InstantSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.OutgoingMail;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;

/** What stands under every mail, in its language; {@code {name}} and {@code {address}} are the sender's. */
@Component
public class Signatures {

    private static final String PLAIN = "{name}";

    private static final int LONGEST = 2_000;
    private static final Subject SUBJECT = new Subject("signature", 0);

    private final JdbcClient db;
    private final Timeline timeline;
    private final InstantSource time;

    Signatures(JdbcClient db, Timeline timeline, InstantSource time) {
        this.db = db;
        this.timeline = timeline;
        this.time = time;
    }

    /** Filled in, as it will stand under this message. */
    String of(OutgoingMail mail) {
        return filled(in(mail.language()), mail.fromName(), mail.fromAddress());
    }

    /** As it stands under a mail of this sender. */
    public static String filled(String text, String name, String address) {
        return text.replace("{name}", name).replace("{address}", address).strip();
    }

    /** As it was written; the sender's name alone where nobody wrote one. */
    public String in(String language) {
        return db.sql("select text from channels.signature where language = :language")
                .param("language", language)
                .query(String.class)
                .optional()
                .orElse(PLAIN);
    }

    @Transactional
    public void write(Map<String, String> byLanguage, Actor actor) {
        byLanguage.forEach((language, text) -> {
            if (text.length() > LONGEST) {
                throw new Invalid("text-too-long", language, Map.of("longest", LONGEST));
            }
            db.sql("""
                    insert into channels.signature (language, text, updated_at) values (:language, :text, :now)
                    on conflict (language) do update set text = excluded.text, updated_at = excluded.updated_at
                    """)
                    .param("language", language)
                    .param("text", text.replace("\0", "").strip())
                    .param("now", Columns.utc(time.instant()))
                    .update();
        });
        timeline.add("channels.signatureChanged", actor, SUBJECT, null, byLanguage);
    }
}
