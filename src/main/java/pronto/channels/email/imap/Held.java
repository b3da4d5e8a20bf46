package pronto.channels.email.imap;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.runtime.Changes;

/**
 * One mailbox in one node's hands, and how far it got. Everything is conditional on holding it, so that a node that slept
 * past its lease cannot undo what its successor did.
 */
record Held(JdbcClient db, InstantSource time, Changes changes, String name, UUID me) {

    /** Somebody else has the mailbox by now. */
    static final class NotOurs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotOurs(String mailbox) {
            super(mailbox + " is held by another node");
        }
    }

    Place place() {
        return db.sql("""
                select coalesce(uid_validity, 0) as validity, last_uid, old_until, old_since
                  from channels.mailbox where name = :name
                """).param("name", name).query(Place.class).single();
    }

    /** A folder that is new to us: what is in it now is old. */
    Place begin(long validity, long lastUid, long oldUntil) {
        ours(db.sql("""
                update channels.mailbox set uid_validity = :validity, last_uid = :last, old_until = :old, old_since = null
                 where name = :name and holder = :me
                """)
                .param("name", name)
                .param("me", me)
                .param("validity", validity)
                .param("last", lastUid)
                .param("old", oldUntil)
                .update());
        return place();
    }

    /** All its mails have new numbers: what came since the last one that we took, and some time before, is looked at again. */
    Place beginAgain(long validity, long oldUntil, Duration margin) {
        ours(db.sql("""
                update channels.mailbox
                   set uid_validity = :validity, last_uid = 0, old_until = :old,
                       old_since = coalesce(taken_at, :now) - :margin * interval '1 second'
                 where name = :name and holder = :me
                """)
                .param("name", name)
                .param("me", me)
                .param("validity", validity)
                .param("old", oldUntil)
                .param("margin", margin.toSeconds())
                .param("now", now())
                .update());
        db.sql("delete from channels.mailbox_uid where mailbox = :name and uid_validity <> :validity")
                .param("name", name)
                .param("validity", validity)
                .update();
        return place();
    }

    /** In the transaction that keeps the mails: once, a second time nothing is left to go past. */
    void taken(long validity, List<Long> uids) {
        ours(db.sql("""
                update channels.mailbox set last_uid = :last, taken_at = :now, failures = 0
                 where name = :name and holder = :me and uid_validity = :validity and last_uid < :first
                """)
                .param("name", name)
                .param("me", me)
                .param("validity", validity)
                .param("first", uids.getFirst())
                .param("last", uids.getLast())
                .param("now", now())
                .update());
        db.sql("""
                insert into channels.mailbox_uid (mailbox, uid_validity, uid)
                select :name, :validity, uid from unnest(:uids::bigint[]) as t(uid)
                """)
                .param("name", name)
                .param("validity", validity)
                .param("uids", uids.toArray(Long[]::new))
                .update();
    }

    /** Goes past what was gone before it could be fetched. */
    void past(long validity, long uid) {
        ours(db.sql("""
                update channels.mailbox set last_uid = greatest(last_uid, :uid)
                 where name = :name and holder = :me and uid_validity = :validity
                """)
                .param("name", name)
                .param("me", me)
                .param("validity", validity)
                .param("uid", uid)
                .update());
    }

    void left(long validity, long uid, LeftMail mail) {
        db.sql("""
                insert into channels.mailbox_left (mailbox, uid_validity, uid, reason, size, sender, subject, left_at)
                values (:name, :validity, :uid, :reason, :size, :sender, :subject, :now)
                on conflict do nothing
                """)
                .param("name", name)
                .param("validity", validity)
                .param("uid", uid)
                .param("reason", mail.reason())
                .param("size", mail.size())
                .param("sender", mail.sender())
                .param("subject", mail.subject())
                .param("now", now())
                .update();
        past(validity, uid);
        changes.record("mailbox", "*");
    }

    List<Long> unsettled(long validity) {
        return db.sql("""
                select uid from channels.mailbox_uid where mailbox = :name and uid_validity = :validity
                 order by uid limit 500
                """)
                .param("name", name)
                .param("validity", validity)
                .query((row, number) -> row.getLong("uid"))
                .list();
    }

    void settled(long validity, List<Long> uids) {
        db.sql("""
                delete from channels.mailbox_uid
                 where mailbox = :name and uid_validity = :validity and uid = any(:uids)
                """)
                .param("name", name)
                .param("validity", validity)
                .param("uids", uids.toArray(Long[]::new))
                .update();
    }

    private void ours(int rows) {
        if (rows != 1) {
            throw new NotOurs(name);
        }
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }
}
