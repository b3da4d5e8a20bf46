package pronto.channels.email.imap;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.MailboxNews;
import pronto.runtime.Changes;

/** Which node has which mailbox, and whether the mailbox works. */
@Component
class Places {

    static final Duration LEASE = Duration.ofSeconds(15);
    static final Duration TELL_AFTER = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final InstantSource time;
    private final ApplicationEventPublisher events;
    private final Changes changes;

    Places(JdbcClient db, InstantSource time, ApplicationEventPublisher events, Changes changes) {
        this.db = db;
        this.time = time;
        this.events = events;
        this.changes = changes;
    }

    Held held(String mailbox, UUID me) {
        return new Held(db, time, changes, mailbox, me);
    }

    /** False while another one holds it, or while it is left alone after a failure. */
    boolean claim(String mailbox, UUID me) {
        db.sql("insert into channels.mailbox (name) values (:name) on conflict do nothing")
                .param("name", mailbox)
                .update();
        return db.sql("""
                update channels.mailbox set holder = :me, held_until = :until
                 where name = :name and (held_until is null or held_until < :now or holder = :me)
                   and (next_try_at is null or next_try_at <= :now)
                """)
                        .param("name", mailbox)
                        .param("me", me)
                        .param("until", now().plus(LEASE))
                        .param("now", now())
                        .update()
                == 1;
    }

    boolean renew(String mailbox, UUID me) {
        return db.sql("update channels.mailbox set held_until = :until where name = :name and holder = :me")
                        .param("name", mailbox)
                        .param("me", me)
                        .param("until", now().plus(LEASE))
                        .update()
                == 1;
    }

    void release(String mailbox, UUID me) {
        db.sql("update channels.mailbox set holder = null, held_until = null where name = :name and holder = :me")
                .param("name", mailbox)
                .param("me", me)
                .update();
    }

    /** All that is there was taken. Who was told that it fails is told that it works. */
    @Transactional
    public void works(String mailbox) {
        var wasTold = db.sql("""
                with before as (select name, told_at from channels.mailbox where name = :name for update)
                update channels.mailbox m
                   set failing_since = null, failure = null, failures = 0, next_try_at = null, told_at = null
                  from before b
                 where m.name = b.name and (m.failing_since is not null or m.told_at is not null)
                returning b.told_at is not null
                """).param("name", mailbox).query(Boolean.class).optional();
        wasTold.ifPresent(told -> changes.record("mailbox", "*"));
        if (wasTold.orElse(false)) {
            events.publishEvent(new MailboxNews.WorksAgain(mailbox, time.instant()));
        }
    }

    /** Left alone by all nodes for a while, longer each time: five seconds, doubled, up to {@code most}. */
    @Transactional
    public void failed(String mailbox, String why, Duration most) {
        db.sql("""
                update channels.mailbox
                   set failing_since = coalesce(failing_since, :now), failure = :why, failures = failures + 1,
                       next_try_at = :now + least(:most, 5 * 2 ^ least(failures, 10)) * interval '1 second',
                       holder = null, held_until = null
                 where name = :name
                """)
                .param("name", mailbox)
                .param("why", why)
                .param("most", most.toSeconds())
                .param("now", now())
                .update();
        changes.record("mailbox", "*");
    }

    /** The administrators hear once of a mailbox that has failed for ten minutes, whichever node notices first. */
    @Transactional
    public void tellIfItFailsForLong(String mailbox) {
        Optional<MailboxNews.Fails> news = db.sql("""
                update channels.mailbox set told_at = :now
                 where name = :name and failing_since <= :long and told_at is null
                returning name as mailbox, failing_since as since, coalesce(failure, '') as why
                """)
                .param("name", mailbox)
                .param("now", now())
                .param("long", now().minus(TELL_AFTER))
                .query((row, number) -> new MailboxNews.Fails(
                        row.getString("mailbox"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getString("why"),
                        time.instant()))
                .optional();
        news.ifPresent(events::publishEvent);
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }
}
