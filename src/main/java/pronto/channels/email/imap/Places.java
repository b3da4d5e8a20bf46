package pronto.channels.email.imap;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which node has which mailbox, and how far it got. Everything is conditional on holding it, so that a node that slept
 * too long finds out before it does harm.
 */
@Component
class Places {

    static final Duration LEASE = Duration.ofSeconds(15);

    /** Where to go on; a null validity means we have never looked. */
    record Place(@Nullable Long validity, long lastUid, long oldUntil) {}

    /** Somebody else has the mailbox by now. */
    static final class NotOurs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotOurs(String mailbox) {
            super(mailbox + " is held by another node");
        }
    }

    private final JdbcClient db;
    private final InstantSource time;

    Places(JdbcClient db, InstantSource time) {
        this.db = db;
        this.time = time;
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

    Place place(String mailbox) {
        return db.sql("select uid_validity as validity, last_uid, old_until from channels.mailbox where name = :name")
                .param("name", mailbox)
                .query(Place.class)
                .single();
    }

    /** A folder that is new to us, or has given all its mails new numbers: what is in it now is old. */
    Place begin(String mailbox, UUID me, long validity, long oldUntil) {
        ours(
                mailbox,
                db.sql("""
                update channels.mailbox set uid_validity = :validity, last_uid = 0, old_until = :oldUntil
                 where name = :name and holder = :me
                """)
                        .param("name", mailbox)
                        .param("me", me)
                        .param("validity", validity)
                        .param("oldUntil", oldUntil)
                        .update());
        db.sql("delete from channels.mailbox_uid where mailbox = :name and uid_validity <> :validity")
                .param("name", mailbox)
                .param("validity", validity)
                .update();
        return new Place(validity, 0, oldUntil);
    }

    /** In the transaction that keeps the mail. */
    void taken(String mailbox, UUID me, long validity, long uid) {
        advance(mailbox, me, validity, uid);
        db.sql("insert into channels.mailbox_uid (mailbox, uid_validity, uid) values (:name, :validity, :uid)")
                .param("name", mailbox)
                .param("validity", validity)
                .param("uid", uid)
                .update();
    }

    /** Goes past a mail, once: a second time, or by another node, nothing is left to go past. */
    void advance(String mailbox, UUID me, long validity, long uid) {
        ours(
                mailbox,
                db.sql("""
                update channels.mailbox set last_uid = :uid, taken_at = :now
                 where name = :name and holder = :me and uid_validity = :validity and last_uid < :uid
                """)
                        .param("name", mailbox)
                        .param("me", me)
                        .param("validity", validity)
                        .param("uid", uid)
                        .param("now", now())
                        .update());
    }

    List<Long> unsettled(String mailbox, long validity) {
        return db.sql("""
                select uid from channels.mailbox_uid where mailbox = :name and uid_validity = :validity
                 order by uid limit 500
                """)
                .param("name", mailbox)
                .param("validity", validity)
                .query((row, number) -> row.getLong("uid"))
                .list();
    }

    void settled(String mailbox, long validity, List<Long> uids) {
        db.sql("""
                delete from channels.mailbox_uid
                 where mailbox = :name and uid_validity = :validity and uid = any(:uids)
                """)
                .param("name", mailbox)
                .param("validity", validity)
                .param("uids", uids.toArray(Long[]::new))
                .update();
    }

    void works(String mailbox) {
        db.sql("""
                update channels.mailbox set failing_since = null, failure = null, failures = 0, next_try_at = null
                 where name = :name and failures > 0
                """).param("name", mailbox).update();
    }

    /** Left alone by all nodes for a while, longer each time: five seconds, doubled, up to {@code most}. */
    void failed(String mailbox, String why, Duration most) {
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
    }

    private static void ours(String mailbox, int rows) {
        if (rows != 1) {
            throw new NotOurs(mailbox);
        }
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }
}
