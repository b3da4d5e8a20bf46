package pronto.channels.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.EmailReceived;
import pronto.channels.Evidence;
import pronto.channels.email.trust.SenderCheck;
import pronto.files.Files;
import pronto.runtime.Backlog;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in for mail, behind every door: bytes on stable storage, a row and the stored event in one transaction. The
 * same mail again, by whatever door, is the mail that is here already.
 */
@Component
public class Intake {

    /** How it came: what the other server said, or nothing where a mailbox was fetched. */
    public record Arrival(
            String door,
            @Nullable String peer,
            @Nullable String helo,
            @Nullable String envelopeFrom,
            List<String> envelopeTo) {

        /** The other server itself, where ours is the first to take the mail. */
        private @Nullable String stranger() {
            return door.equals("smtp") && helo != null ? peer : null;
        }
    }

    private static final Duration SAME_CONTENT = Duration.ofDays(1);

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource time;
    private final Backlog backlog;
    private final SenderCheck senders;
    private final JsonMapper json;

    Intake(
            JdbcClient db,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            InstantSource time,
            Backlog backlog,
            SenderCheck senders,
            JsonMapper json) {
        this.db = db;
        this.transaction = transaction;
        this.events = events;
        this.time = time;
        this.backlog = backlog;
        this.senders = senders;
        this.json = json;
    }

    public long take(Arrival arrival, ArrivingMail mail) throws IOException {
        return take(arrival, mail, incoming -> {});
    }

    /** Keeps the mail; what {@code within} does with its row is committed with it or not at all. */
    public long take(Arrival arrival, ArrivingMail mail, LongConsumer within) throws IOException {
        backlog.awaitRoom();
        var evidence = senders.check(
                arrival.stranger(),
                Objects.requireNonNullElse(arrival.helo(), ""),
                Objects.requireNonNullElse(arrival.envelopeFrom(), ""),
                mail.passing());
        try {
            return transaction.execute(status -> {
                long incoming = keep(arrival, mail, evidence);
                within.accept(incoming);
                return incoming;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long keep(Arrival arrival, ArrivingMail mail, Evidence evidence) {
        var kept = kept(mail);
        var now = time.instant();
        var fresh = insert(arrival, mail.fingerprint(), evidence, kept, now);
        fresh.ifPresent(incoming -> events.publishEvent(new EmailReceived(incoming)));
        return fresh.orElseGet(() -> twin(mail.fingerprint(), now));
    }

    private static Files.Kept kept(ArrivingMail mail) {
        try {
            return mail.keep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Long> insert(Arrival arrival, Fingerprint mail, Evidence evidence, Files.Kept kept, Instant now) {
        return db.sql("""
                insert into channels.incoming
                       (once_key, door, peer, envelope_from, envelope_to, message_id, sha256, size, evidence,
                        received_at)
                select :key, :door, :peer, :from, :to::text[], :messageId, :sha256, :size, :evidence::jsonb, :now
                 where not exists (select from channels.incoming
                                    where once_key = :keyYesterday and received_at > :yesterday)
                on conflict (once_key) do nothing
                returning id
                """)
                .param("key", mail.onceKey(day(now)))
                .param("keyYesterday", mail.onceKey(day(now) - 1))
                .param("yesterday", now.minus(SAME_CONTENT).atOffset(ZoneOffset.UTC))
                .param("door", arrival.door())
                .param("peer", arrival.peer())
                .param("from", arrival.envelopeFrom())
                .param("to", arrival.envelopeTo().toArray(String[]::new))
                .param("messageId", mail.messageId())
                .param("sha256", kept.id().sha256())
                .param("size", kept.size())
                .param("evidence", json.writeValueAsString(evidence))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** A statement of its own: it has to see what another one, that we waited for, has just committed. */
    private long twin(Fingerprint mail, Instant now) {
        return db.sql("""
                select id from channels.incoming where once_key in (:key, :keyYesterday) order by id desc limit 1
                """)
                .param("key", mail.onceKey(day(now)))
                .param("keyYesterday", mail.onceKey(day(now) - 1))
                .query(Long.class)
                .single();
    }

    private static long day(Instant now) {
        return now.getEpochSecond() / SAME_CONTENT.toSeconds();
    }
}
