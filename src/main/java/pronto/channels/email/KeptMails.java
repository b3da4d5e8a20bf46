package pronto.channels.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Evidence;
import pronto.channels.IncomingMail;
import pronto.channels.IncomingMails;
import pronto.files.FileId;
import pronto.files.Files;
import pronto.ui.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** The mails that were taken in, and what became of each. */
@Component
class KeptMails implements IncomingMails {

    /** So far is looked past mails whose senders somebody else holds. */
    private static final int LOOK = 500;

    /** Of mails at once in memory; a larger one comes alone. */
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final JdbcClient db;
    private final MailReading reading;
    private final JsonMapper json;
    private final Files files;

    KeptMails(JdbcClient db, MailReading reading, JsonMapper json, Files files) {
        this.db = db;
        this.reading = reading;
        this.json = json;
        this.files = files;
    }

    @Override
    public List<Waiting> next(int most, Collection<String> butFor) {
        var held = db.sql("""
                select id
                  from (select id, sender from channels.incoming
                         where state = 'received' and sender <> all(:butFor::text[])
                         order by id limit :look) w
                 where pg_try_advisory_xact_lock(hashtextextended(sender, 2525))
                 order by id limit :most
                """)
                .param("butFor", butFor.toArray(String[]::new))
                .param("look", LOOK)
                .param("most", most)
                .query((row, number) -> row.getLong("id"))
                .list();
        // Looked at again now that they are held: whoever held them before may have filed them.
        return held.isEmpty() ? List.of() : stillWaiting(held);
    }

    private record Sized(Waiting waiting, long size) {}

    private List<Waiting> stillWaiting(List<Long> held) {
        var all = db.sql("""
                select id, sender, size from channels.incoming
                 where id = any(:ids) and state = 'received' order by id
                """)
                .param("ids", held.toArray(Long[]::new))
                .query((row, number) ->
                        new Sized(new Waiting(row.getLong("id"), row.getString("sender")), row.getLong("size")))
                .list();
        var next = new ArrayList<Waiting>();
        long room = MOST_BYTES;
        for (int i = 0; i < all.size() && (i == 0 || room >= all.get(i).size()); i++) {
            next.add(all.get(i).waiting());
            room -= all.get(i).size();
        }
        return next;
    }

    @Override
    public boolean hold(Waiting mail) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:sender, 2525))")
                .param("sender", mail.sender())
                .query()
                .listOfRows();
        return !stillWaiting(List.of(mail.id())).isEmpty();
    }

    @Override
    public IncomingMail read(long incoming) {
        var kept = db.sql("""
                select id, door, received_at, envelope_from, envelope_to, sha256, evidence
                  from channels.incoming where id = :id
                """).param("id", incoming).query(this::kept).single();
        try {
            return reading.read(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<Long, Evidence> evidence(Collection<Long> incoming) {
        var found = new HashMap<Long, Evidence>();
        db.sql("select id, evidence from channels.incoming where id = any(:ids) and evidence is not null")
                .param("ids", incoming.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("id"), json.readValue(row.getString("evidence"), Evidence.class));
                });
        return found;
    }

    @Override
    public Raw raw(long incoming) throws IOException {
        var kept = db.sql("select sha256, size from channels.incoming where id = :id")
                .param("id", incoming)
                .query((row, number) -> Map.entry(new FileId(row.getString("sha256")), row.getLong("size")))
                .optional()
                .orElseThrow(NotFound::new);
        return new Raw(files.open(kept.getKey()), kept.getValue());
    }

    @Override
    public void filed(long incoming) {
        settle(incoming, "filed", null);
    }

    @Override
    public void unfiled(long incoming, String reason) {
        settle(incoming, "unfiled", reason);
    }

    private void settle(long incoming, String state, @Nullable String reason) {
        db.sql("update channels.incoming set state = :state, reason = :reason where id = :id")
                .param("state", state)
                .param("reason", reason)
                .param("id", incoming)
                .update();
    }

    private MailReading.Kept kept(ResultSet row, int number) throws SQLException {
        return new MailReading.Kept(
                row.getLong("id"),
                row.getString("door"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("envelope_from"),
                List.of((String[]) row.getArray("envelope_to").getArray()),
                new FileId(row.getString("sha256")),
                evidence(row));
    }

    private @Nullable Evidence evidence(ResultSet row) throws SQLException {
        var kept = row.getString("evidence");
        return kept == null ? null : json.readValue(kept, Evidence.class);
    }
}
