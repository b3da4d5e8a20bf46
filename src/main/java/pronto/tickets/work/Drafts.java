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
import pronto.runtime.Spelling;
import pronto.tickets.Message;

/** What technicians are writing and have not sent: of each on each ticket one answer and one note, apart. */
@Component
public class Drafts {

    /** One unsent text with its files. */
    public record Draft(
            Message.Kind kind,
            String html,
            List<Message.File> files,
            Instant savedAt,
            @Nullable Instant nextUpdate) {}

    private final JdbcClient db;
    private final Files files;
    private final Json json;
    private final InstantSource time;

    Drafts(JdbcClient db, Files files, Json json, InstantSource time) {
        this.db = db;
        this.files = files;
        this.json = json;
        this.time = time;
    }

    public Optional<Draft> find(long ticket, long technician, Message.Kind kind) {
        return db.sql("""
                select * from tickets.draft
                 where ticket_id = :ticket and technician_id = :technician and kind = :kind
                """)
                .param("ticket", ticket)
                .param("technician", technician)
                .param("kind", Spelling.of(kind))
                .query((row, number) -> new Draft(
                        Columns.choice(row, "kind", Message.Kind.class),
                        row.getString("html"),
                        json.files(row.getString("attachments")),
                        Columns.instant(row, "saved_at"),
                        Columns.instantOrNull(row, "next_update_at")))
                .optional();
    }

    @Transactional
    public void save(long ticket, long technician, Message.Kind kind, String html) {
        save(ticket, technician, kind, html, null);
    }

    /** Keeps the text as it stands now; an empty one without files is no draft any more. */
    @Transactional
    public void save(long ticket, long technician, Message.Kind kind, String html, @Nullable Instant nextUpdate) {
        write(ticket, technician, kind, html, null, nextUpdate);
        db.sql("""
                delete from tickets.draft
                 where ticket_id = :ticket and technician_id = :technician and kind = :kind
                   and html = '' and attachments = '[]'
                """)
                .param("ticket", ticket)
                .param("technician", technician)
                .param("kind", Spelling.of(kind))
                .update();
    }

    /** The whole draft at once, as when an answer is taken back. */
    public void restore(
            long ticket,
            long technician,
            Message.Kind kind,
            String html,
            List<Message.File> attached,
            @Nullable Instant nextUpdate) {
        write(ticket, technician, kind, html, attached, nextUpdate);
    }

    /** Lays a file on the draft: dropped or pasted. An inline one gets a content id for the text to name. */
    @Transactional
    public Message.File attach(
            long ticket, long technician, Message.Kind kind, Message.Upload upload, InputStream bytes) {
        try {
            var kept = files.put(bytes);
            var file = upload.keptAs(kept);
            var with = new ArrayList<>(attached(ticket, technician, kind));
            with.add(file);
            write(ticket, technician, kind, null, with, null);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Transactional
    public void detach(long ticket, long technician, Message.Kind kind, int position) {
        var without = new ArrayList<>(attached(ticket, technician, kind));
        if (position >= 0 && position < without.size()) {
            without.remove(position);
            write(ticket, technician, kind, null, without, null);
        }
    }

    public void discard(long ticket, long technician, Message.Kind kind) {
        db.sql("""
                delete from tickets.draft
                 where ticket_id = :ticket and technician_id = :technician and kind = :kind
                """)
                .param("ticket", ticket)
                .param("technician", technician)
                .param("kind", Spelling.of(kind))
                .update();
    }

    /** Words that went on their way are no draft any more, also where the page kept them again meanwhile. */
    public void left(long ticket, long technician, Message.Kind kind, String html) {
        db.sql("""
                delete from tickets.draft
                 where ticket_id = :ticket and technician_id = :technician and kind = :kind and html = :html
                """)
                .param("ticket", ticket)
                .param("technician", technician)
                .param("kind", Spelling.of(kind))
                .param("html", html)
                .update();
    }

    private List<Message.File> attached(long ticket, long technician, Message.Kind kind) {
        // Two files dropped at once arrive in two requests: the row is held so that neither forgets the other.
        write(ticket, technician, kind, null, null, null);
        return find(ticket, technician, kind).map(Draft::files).orElse(List.of());
    }

    private void write(
            long ticket,
            long technician,
            Message.Kind kind,
            @Nullable String html,
            @Nullable List<Message.File> attached,
            @Nullable Instant nextUpdate) {
        db.sql("""
                insert into tickets.draft as d (
                       ticket_id, technician_id, kind, html, attachments, saved_at, next_update_at)
                values (:ticket, :technician, :kind, coalesce(:html, ''), coalesce(:files::jsonb, '[]'), :now, :next)
                on conflict (ticket_id, technician_id, kind) do update
                   set html = coalesce(:html, d.html), attachments = coalesce(:files::jsonb, d.attachments),
                       saved_at = :now,
                       next_update_at = case when :html::text is null then d.next_update_at else :next end
                """)
                .param("ticket", ticket)
                .param("technician", technician)
                .param("kind", Spelling.of(kind))
                .param("html", html)
                .param("files", attached == null ? null : json.write(attached))
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .param("next", Columns.utc(nextUpdate))
                .update();
    }
}
