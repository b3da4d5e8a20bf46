package pronto.channels.email;

import static java.util.stream.Collectors.toMap;

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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import pronto.channels.Evidence;
import pronto.channels.IncomingMail;
import pronto.channels.IncomingMails;
import pronto.files.FileId;
import pronto.files.Files;
import pronto.runtime.Gathered;
import pronto.ui.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** The mails that were taken in, and what became of each. */
@Component
class KeptMails implements IncomingMails {

    private static final Logger log = LoggerFactory.getLogger(KeptMails.class);

    /** So far is looked past mails whose senders somebody else holds. */
    private static final int LOOK = 500;

    /** Of mails at once in memory; a larger one comes alone. */
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final JdbcClient db;
    private final MailReading reading;
    private final JsonMapper json;
    private final Files files;
    private final Gathered<Settled> settled = new Gathered<>(this::settle);

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
    public List<IncomingMail> read(List<Long> incoming) {
        var found = db.sql("""
                select id, door, received_at, envelope_from, envelope_to, sha256, evidence
                  from channels.incoming where id = any(:ids)
                """).param("ids", incoming.toArray(Long[]::new)).query(KeptMails::found).list().stream()
                .collect(toMap(one -> one.kept().id(), one -> one));
        return incoming.stream()
                .map(id -> Optional.ofNullable(found.get(id)).orElseThrow(NotFound::new))
                .map(this::read)
                .toList();
    }

    /** A row, and what was found out about its sender, still to be understood. */
    private record Found(MailReading.Kept kept, @Nullable String evidence) {}

    /** What cannot be read may be readable later if disk or database were to blame, and never if the mail itself is. */
    private IncomingMail read(Found found) {
        try {
            return reading.read(found.kept().with(evidence(found)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException | DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            log.error("Mail {} cannot be read", found.kept().id(), e);
            return reading.unread(found.kept());
        }
    }

    private @Nullable Evidence evidence(Found found) {
        return found.evidence() == null ? null : json.readValue(found.evidence(), Evidence.class);
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
        settled.add(new Settled(incoming, "filed", null));
    }

    @Override
    public void unfiled(long incoming, String reason) {
        settled.add(new Settled(incoming, "unfiled", reason));
    }

    private record Settled(
            long incoming, String state, @Nullable String reason) {}

    private void settle(List<Settled> mails) {
        db.sql("""
                update channels.incoming i set state = s.state, reason = s.reason
                  from unnest(:ids::bigint[], :states::text[], :reasons::text[]) as s (id, state, reason)
                 where i.id = s.id
                """)
                .param("ids", mails.stream().map(Settled::incoming).toArray(Long[]::new))
                .param("states", mails.stream().map(Settled::state).toArray(String[]::new))
                .param("reasons", mails.stream().map(Settled::reason).toArray(String[]::new))
                .update();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var kept = new MailReading.Kept(
                row.getLong("id"),
                row.getString("door"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("envelope_from"),
                Stream.of((@Nullable String[]) row.getArray("envelope_to").getArray())
                        .filter(Objects::nonNull)
                        .toList(),
                new FileId(row.getString("sha256")),
                null);
        return new Found(kept, row.getString("evidence"));
    }
}
