package pronto.tickets.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.files.Files;
import pronto.tickets.Message;

/** First messages that technicians are writing and have not sent: of each one. */
@Component
public class LetterDrafts {

    /** What is written of it so far. */
    public record Words(String to, String cc, String subject, String html) {}

    public record Draft(Words words, List<Message.File> files, Instant savedAt) {}

    private final JdbcClient db;
    private final Files files;
    private final Json json;
    private final InstantSource time;

    LetterDrafts(JdbcClient db, Files files, Json json, InstantSource time) {
        this.db = db;
        this.files = files;
        this.json = json;
        this.time = time;
    }

    public Optional<Draft> find(long technician) {
        return db.sql("select * from tickets.letter_draft where technician_id = :technician")
                .param("technician", technician)
                .query((row, number) -> new Draft(
                        new Words(
                                row.getString("addressed_to"),
                                row.getString("copied_to"),
                                row.getString("subject"),
                                row.getString("html")),
                        json.files(row.getString("attachments")),
                        Columns.instant(row, "saved_at")))
                .optional();
    }

    public List<Message.File> files(long technician) {
        return find(technician).map(Draft::files).orElse(List.of());
    }

    public void save(long technician, Words words) {
        write(technician, words, null);
    }

    @Transactional
    public void attach(long technician, Message.Upload upload, InputStream bytes) {
        try {
            var kept = files.put(bytes);
            var with = new ArrayList<>(held(technician));
            with.add(upload.keptAs(kept));
            write(technician, null, with);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Transactional
    public void detach(long technician, int position) {
        var without = new ArrayList<>(held(technician));
        if (position >= 0 && position < without.size()) {
            without.remove(position);
            write(technician, null, without);
        }
    }

    public void discard(long technician) {
        db.sql("delete from tickets.letter_draft where technician_id = :technician")
                .param("technician", technician)
                .update();
    }

    /** Words that went on their way are no draft any more, also where the page kept them again meanwhile. */
    public void left(long technician, Words words) {
        db.sql("""
                delete from tickets.letter_draft
                 where technician_id = :technician and addressed_to = :to and copied_to = :cc
                   and subject = :subject and html = :html
                """)
                .param("technician", technician)
                .param("to", words.to())
                .param("cc", words.cc())
                .param("subject", words.subject())
                .param("html", words.html())
                .update();
    }

    private List<Message.File> held(long technician) {
        // Two files dropped at once arrive in two requests: the row is held so that neither forgets the other.
        write(technician, null, null);
        return files(technician);
    }

    private void write(long technician, @Nullable Words words, @Nullable List<Message.File> attached) {
        db.sql("""
                insert into tickets.letter_draft as d
                       (technician_id, addressed_to, copied_to, subject, html, attachments, saved_at)
                values (:technician, coalesce(:to, ''), coalesce(:cc, ''), coalesce(:subject, ''),
                        coalesce(:html, ''), coalesce(:files::jsonb, '[]'), :now)
                on conflict (technician_id) do update
                   set addressed_to = coalesce(:to, d.addressed_to), copied_to = coalesce(:cc, d.copied_to),
                       subject = coalesce(:subject, d.subject), html = coalesce(:html, d.html),
                       attachments = coalesce(:files::jsonb, d.attachments), saved_at = :now
                """)
                .param("technician", technician)
                .param("to", words == null ? null : words.to())
                .param("cc", words == null ? null : words.cc())
                .param("subject", words == null ? null : words.subject())
                .param("html", words == null ? null : words.html())
                .param("files", attached == null ? null : json.write(attached))
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
