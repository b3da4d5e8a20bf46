package pronto.channels.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.Delivery;

/** Deliveries that are due: claimed by one node at a time, for as long as it renews its lease. */
@Repository
class Deliveries {

    static final Duration LEASE = Duration.ofSeconds(15);

    /** From then on people should know that it takes long. */
    static final Duration LATE_AFTER = Duration.ofHours(1);

    private static final int TOLD_AT_ONCE = 200;

    private final JdbcClient db;
    private final OutgoingRows rows;
    private final DeliveryNews news;
    private final Backoff backoff;
    private final InstantSource time;

    Deliveries(JdbcClient db, OutgoingRows rows, DeliveryNews news, Backoff backoff, InstantSource time) {
        this.db = db;
        this.rows = rows;
        this.news = news;
        this.backoff = backoff;
        this.time = time;
    }

    /**
     * The next ones, of each lane the first that has not left. A lease that was left behind tells of a try whose end
     * nobody knows.
     */
    List<Claimed> claim(int limit) {
        var now = time.instant();
        return db.sql("""
                with due as (
                    select d.id from channels.delivery d
                     where d.state in ('queued', 'deferred') and d.next_try_at <= :now
                       and (d.lease_until is null or d.lease_until <= :now)
                       and not exists (
                           select from channels.delivery earlier
                            where earlier.lane = d.lane and earlier.state in ('queued', 'deferred')
                              and (earlier.send_after, earlier.id) < (d.send_after, d.id))
                     order by d.next_try_at, d.id
                     limit :limit
                     for update of d skip locked)
                update channels.delivery d
                   set fence = d.fence + 1, attempts = d.attempts + 1, lease_until = :until,
                       maybe_left = d.maybe_left or d.lease_until is not null
                  from due, channels.outgoing o
                 where d.id = due.id and o.id = d.outgoing_id
                returning d.id as delivery_id, d.fence, d.attempts, d.state, d.address, d.reply_to,
                          d.send_after as lane_send_after, o.send_after as first_send_after, o.*
                """)
                .param("now", Columns.utc(now))
                .param("until", Columns.utc(now.plus(LEASE)))
                .param("limit", limit)
                .query((row, number) -> new Claimed(
                        row.getLong("delivery_id"),
                        row.getLong("id"),
                        row.getLong("fence"),
                        row.getInt("attempts"),
                        Columns.instant(row, "lane_send_after"),
                        state(row.getString("state")),
                        rows.letter(row)))
                .list();
    }

    /** Still at it. */
    void renew(Collection<Claimed> claimed) {
        db.sql("""
                update channels.delivery d set lease_until = :until
                  from unnest(:ids::bigint[], :fences::bigint[]) as mine (id, fence)
                 where d.id = mine.id and d.fence = mine.fence and d.lease_until is not null
                """)
                .param("until", Columns.utc(time.instant().plus(LEASE)))
                .param("ids", claimed.stream().map(Claimed::id).toArray(Long[]::new))
                .param("fences", claimed.stream().map(Claimed::fence).toArray(Long[]::new))
                .update();
    }

    /** Writes down what became of it, unless another node has taken it over meanwhile. */
    @Transactional
    public void settle(Claimed claimed, Answer answer) {
        var now = time.instant();
        var state = stateAfter(answer, claimed.sendAfter(), now);
        var mine = db.sql("""
                update channels.delivery
                   set state = :state, answer = :answer, next_try_at = :next, lease_until = null, at = :now,
                       maybe_left = maybe_left or :unknown,
                       late_at = case when :state = 'sent' then null else late_at end
                 where id = :id and fence = :fence
                """)
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .param("answer", answer.words())
                        .param("next", Columns.utc(now.plus(backoff.after(claimed.tries(), answer))))
                        .param("now", Columns.utc(now))
                        .param("unknown", answer instanceof Answer.Unknown)
                        .param("id", claimed.id())
                        .param("fence", claimed.fence())
                        .update()
                == 1;
        if (mine && state != claimed.before()) {
            news.tell(claimed.outgoing(), claimed.letter().recipient(), state);
        }
    }

    /** Not tried after all: there was no relay to try it with. */
    void giveBack(Collection<Claimed> claimed) {
        db.sql("""
                update channels.delivery d set lease_until = null, attempts = d.attempts - 1
                  from unnest(:ids::bigint[], :fences::bigint[]) as mine (id, fence)
                 where d.id = mine.id and d.fence = mine.fence
                """)
                .param("ids", claimed.stream().map(Claimed::id).toArray(Long[]::new))
                .param("fences", claimed.stream().map(Claimed::fence).toArray(Long[]::new))
                .update();
    }

    /** Tells once of each that is late; of several nodes that look at the same time one does. */
    @Transactional
    public void tellOfLate() {
        var now = time.instant();
        db.sql("""
                update channels.delivery d set late_at = :now
                  from (select id from channels.delivery
                         where state in ('queued', 'deferred') and late_at is null and send_after <= :since
                         order by send_after
                         limit :most
                         for update skip locked) late
                 where d.id = late.id
                returning d.outgoing_id, d.address
                """)
                .param("now", Columns.utc(now))
                .param("since", Columns.utc(now.minus(LATE_AFTER)))
                .param("most", TOLD_AT_ONCE)
                .query((row, number) -> new Late(row.getLong("outgoing_id"), row.getString("address")))
                .list()
                .forEach(late -> news.tellLate(late.outgoing(), late.address()));
    }

    private record Late(long outgoing, String address) {}

    private Delivery.State stateAfter(Answer answer, Instant since, Instant now) {
        return switch (answer) {
            case Answer.Taken taken -> Delivery.State.SENT;
            case Answer.Refused refused -> Delivery.State.BOUNCED;
            case Answer.Later later -> stillTrying(since, now);
            case Answer.Unreachable unreachable -> stillTrying(since, now);
            case Answer.Unknown unknown -> stillTrying(since, now);
        };
    }

    private Delivery.State stillTrying(Instant since, Instant now) {
        return backoff.isOver(since, now) ? Delivery.State.BOUNCED : Delivery.State.DEFERRED;
    }

    private static Delivery.State state(String column) {
        return Delivery.State.valueOf(column.toUpperCase(Locale.ROOT));
    }
}
