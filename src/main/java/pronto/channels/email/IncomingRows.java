package pronto.channels.email;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pronto.channels.email.mime.Addresses;
import pronto.files.Files;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code channels.incoming}: several mails with one statement, each mail once. */
@Repository
class IncomingRows {

    private static final Duration SAME_CONTENT = Duration.ofDays(1);

    private final JdbcClient db;
    private final InstantSource time;
    private final JsonMapper json;

    IncomingRows(JdbcClient db, InstantSource time, JsonMapper json) {
        this.db = db;
        this.json = json;
        this.time = time;
    }

    private record Row(
            Intake.Arrival arrival,
            Fingerprint mail,
            String key,
            String keyYesterday,
            String evidence,
            Files.Kept kept) {}

    /** The id of each, in the order given: its new row, or the row of the same mail that came before. */
    List<Long> insert(List<Incoming> mails) {
        var now = time.instant();
        var rows = mails.stream().map(mail -> row(mail, now)).toList();
        var fresh = insert(rows, now);
        var missing = rows.stream().filter(row -> !fresh.containsKey(row.key())).toList();
        var twins = missing.isEmpty() ? Map.<String, Long>of() : twins(missing);
        return rows.stream()
                .map(row -> Objects.requireNonNull(Stream.of(fresh.get(row.key()), twins.get(row.key()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseGet(() -> twins.get(row.keyYesterday()))))
                .toList();
    }

    private Row row(Incoming incoming, Instant now) {
        var mail = incoming.mail().fingerprint();
        try {
            return new Row(
                    incoming.arrival(),
                    mail,
                    mail.onceKey(day(now)),
                    mail.onceKey(day(now) - 1),
                    json.writeValueAsString(incoming.evidence()),
                    incoming.mail().keep());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The ids of those that were not there, by their key: rising in the order given, for that is the order they are filed
     * in, but written in the keys' order, so that two transactions with the same mails do not block each other.
     */
    private Map<String, Long> insert(List<Row> rows, Instant now) {
        return db
                .sql("""
                insert into channels.incoming
                       (id, once_key, door, peer, envelope_from, envelope_to, message_id, sender, sha256, size,
                        evidence, received_at)
                overriding system value
                select id, key, door, peer, envelope_from, string_to_array(envelope_to, E'\\n'), message_id, sender, sha256,
                       size, evidence::jsonb, :now
                  from (select nextval('channels.incoming_id_seq') as id, m.*
                          from unnest(:key::text[], :keyYesterday::text[], :door::text[], :peer::text[],
                                      :from::text[], :to::text[], :messageId::text[], :sender::text[],
                                      :sha256::text[], :size::bigint[], :evidence::text[])
                               as m (key, key_yesterday, door, peer, envelope_from, envelope_to, message_id, sender,
                                     sha256, size, evidence)) as numbered
                 where not exists (select from channels.incoming
                                    where once_key = key_yesterday and received_at > :yesterday)
                 order by key
                on conflict (once_key) do nothing
                returning id, once_key
                """)
                .param("key", column(rows, Row::key))
                .param("keyYesterday", column(rows, Row::keyYesterday))
                .param("yesterday", now.minus(SAME_CONTENT).atOffset(ZoneOffset.UTC))
                .param("door", column(rows, row -> row.arrival().door()))
                .param("peer", column(rows, row -> row.arrival().peer()))
                .param("from", column(rows, row -> row.arrival().envelopeFrom()))
                .param("to", column(rows, row -> String.join("\n", row.arrival().envelopeTo())))
                .param("messageId", column(rows, row -> row.mail().messageId()))
                .param("sender", column(rows, IncomingRows::sender))
                .param("sha256", column(rows, row -> row.kept().id().sha256()))
                .param("size", rows.stream().map(row -> row.kept().size()).toArray(Long[]::new))
                .param("evidence", column(rows, Row::evidence))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(row.getString("once_key"), row.getLong("id")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A statement of its own: it has to see what another one, that we waited for, has just committed. */
    private Map<String, Long> twins(List<Row> rows) {
        return db
                .sql(
                        "select once_key, max(id) as id from channels.incoming where once_key = any(:keys) group by once_key")
                .param(
                        "keys",
                        rows.stream()
                                .flatMap(row -> Stream.of(row.key(), row.keyYesterday()))
                                .toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("once_key"), row.getLong("id")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** As the mail says, or else its envelope: it decides nothing but the order in which mails are filed. */
    private static String sender(Row row) {
        var written = Addresses.parse(row.mail().field("from"));
        var envelope = Objects.requireNonNullElse(row.arrival().envelopeFrom(), "");
        return (written.isEmpty() ? envelope : written.getFirst().address()).replace("\0", "");
    }

    private static @Nullable String[] column(List<Row> rows, Function<Row, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static long day(Instant now) {
        return now.getEpochSecond() / SAME_CONTENT.toSeconds();
    }
}
