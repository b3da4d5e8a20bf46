package pronto.runtime.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pronto.runtime.MasterKey;

/** Answers by owner and key, kept for a week. Everything here belongs to the transaction of the request it is about. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class KeptAnswers {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient db;
    private final InstantSource time;
    private final MasterKey key;

    KeptAnswers(JdbcClient db, InstantSource time, MasterKey key) {
        this.db = db;
        this.time = time;
        this.key = key;
    }

    /** Takes the key until the transaction ends, on whichever node; false while another request has it. */
    public boolean take(String owner, String key) {
        return db.sql("select pg_try_advisory_xact_lock(hashtextextended(:owner || chr(10) || :key, 4711))")
                .param("owner", owner)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** Takes the key as soon as the request that has it is over; one that takes longer than seconds is an error. */
    public void await(String owner, String key) {
        db.sql("set local lock_timeout = '5s'").update();
        db.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:owner || chr(10) || :key, 4711))")
                .param("owner", owner)
                .param("key", key)
                .query(Integer.class)
                .single();
        db.sql("set local lock_timeout to default").update();
    }

    public Optional<KeptAnswer> find(String owner, String key) {
        return db.sql("""
                select request_hash, status, content_type, headers, body
                  from runtime.idempotency
                 where owner = :owner and key = :key and created_at > :oldest
                """)
                .param("owner", owner)
                .param("key", key)
                .param("oldest", time.instant().minus(KEPT).atOffset(UTC))
                .query((row, number) -> new KeptAnswer(
                        row.getString("request_hash"),
                        row.getInt("status"),
                        row.getString("content_type"),
                        lines(row.getString("headers")),
                        open(owner, key, row.getBytes("body"))))
                .optional();
    }

    public void keep(String owner, String key, KeptAnswer answer) {
        db.sql("""
                insert into runtime.idempotency (owner, key, request_hash, status, content_type, headers, body, created_at)
                values (:owner, :key, :hash, :status, :contentType, :headers, :body, :now)
                on conflict (owner, key) do update
                   set request_hash = excluded.request_hash, status = excluded.status,
                       content_type = excluded.content_type, headers = excluded.headers,
                       body = excluded.body, created_at = excluded.created_at
                """)
                .param("owner", owner)
                .param("key", key)
                .param("hash", answer.requestHash())
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("headers", text(answer.headers()))
                .param("body", seal(owner, key, answer.body()))
                .param("now", time.instant().atOffset(UTC))
                .update();
    }

    @Transactional
    public int forgetOld() {
        return db.sql("delete from runtime.idempotency where created_at < :oldest")
                .param("oldest", time.instant().minus(KEPT).atOffset(UTC))
                .update();
    }

    /** An answer may show a secret, such as a new token, that is kept nowhere else. */
    private byte[] seal(String owner, String name, byte[] body) {
        return key.seal(place(owner, name), Base64.getEncoder().encodeToString(body))
                .getBytes(UTF_8);
    }

    private byte[] open(String owner, String name, byte[] sealed) {
        return Base64.getDecoder().decode(key.open(place(owner, name), new String(sealed, UTF_8)));
    }

    private static String place(String owner, String name) {
        return "answer to " + owner + " " + name;
    }

    private static String text(Map<String, String> headers) {
        var text = new StringBuilder();
        headers.forEach(
                (name, value) -> text.append(name).append(':').append(value).append('\n'));
        return text.toString();
    }

    private static Map<String, String> lines(String text) {
        var headers = new LinkedHashMap<String, String>();
        text.lines()
                .forEach(line ->
                        headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)));
        return headers;
    }
}
