package pronto.channels.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.Delivery;
import pronto.channels.EmailAddress;
import pronto.channels.Mailbox;
import pronto.channels.OneLine;
import pronto.channels.Outbox;
import pronto.channels.OutgoingMail;
import pronto.channels.ReplyTokens;
import pronto.runtime.Changes;
import pronto.runtime.Gathered;

/** The outbox as the database keeps it. */
@Component
class StoredOutbox implements Outbox {

    static final String TOPIC = "outgoing";

    private final JdbcClient db;
    private final OutgoingRows rows;
    private final Signatures signatures;
    private final ReplyTokens tokens;
    private final Changes changes;
    private final DeliveryNews news;
    private final InstantSource time;

    /** What goes out by itself is looked at by nobody before the commit. */
    private final Gathered<ToOne> byThemselves = new Gathered<>(this::deliver);

    StoredOutbox(
            JdbcClient db,
            OutgoingRows rows,
            Signatures signatures,
            ReplyTokens tokens,
            Changes changes,
            DeliveryNews news,
            InstantSource time) {
        this.db = db;
        this.rows = rows;
        this.signatures = signatures;
        this.tokens = tokens;
        this.changes = changes;
        this.news = news;
        this.time = time;
    }

    @Override
    @Transactional
    public Sent send(OutgoingMail asked) {
        var mail = Fit.forSending(asked);
        var now = time.instant();
        var fresh = rows.insert(mail, MessageIds.under(mail.fromAddress()), signatures.of(mail), now);
        if (fresh == null) {
            return rows.sent(mail.onceKey());
        }
        var to = recipients(mail).keySet().stream()
                .map(address -> new ToOne(
                        fresh.outgoing(),
                        address,
                        replyTo(mail, address),
                        lane(mail, fresh, address),
                        mail.sendAfter()))
                .toList();
        if (mail.automatic()) {
            to.forEach(byThemselves::add);
        } else {
            deliver(to);
        }
        changes.record(TOPIC, Long.toString(fresh.outgoing()));
        return fresh;
    }

    private record ToOne(
            long outgoing, String address, @Nullable String replyTo, String lane, Instant sendAfter) {}

    private void deliver(List<ToOne> to) {
        db.sql("""
                insert into channels.delivery (outgoing_id, address, reply_to, lane, send_after, next_try_at, at)
                select outgoing, address, reply_to, lane, send_after, send_after, :now
                  from unnest(:outgoing::bigint[], :address::text[], :replyTo::text[], :lane::text[],
                              :sendAfter::timestamptz[])
                       with ordinality as one (outgoing, address, reply_to, lane, send_after, place)
                 order by place
                """)
                .param("outgoing", to.stream().map(ToOne::outgoing).toArray(Long[]::new))
                .param("address", to.stream().map(ToOne::address).toArray(String[]::new))
                .param("replyTo", to.stream().map(ToOne::replyTo).toArray(String[]::new))
                .param("lane", to.stream().map(ToOne::lane).toArray(String[]::new))
                .param(
                        "sendAfter",
                        to.stream().map(one -> one.sendAfter().toString()).toArray(String[]::new))
                .param("now", Columns.utc(time.instant()))
                .update();
    }

    private static String lane(OutgoingMail mail, Sent sent, String address) {
        var lane = mail.subjectKind() == null ? "mail:" + sent.outgoing() : mail.subjectKind() + ":" + mail.subjectId();
        return lane + ":" + address;
    }

    private @Nullable String replyTo(OutgoingMail mail, String address) {
        return mail.replyTicket() == null ? null : tokens.address(mail.fromAddress(), mail.replyTicket(), address);
    }

    /** Whoever stands in both lists gets one copy. */
    private static Map<String, Mailbox> recipients(OutgoingMail mail) {
        var all = new LinkedHashMap<String, Mailbox>();
        mail.to().forEach(mailbox -> all.putIfAbsent(mailbox.address(), mailbox));
        mail.cc().forEach(mailbox -> all.putIfAbsent(mailbox.address(), mailbox));
        return all;
    }

    @Override
    @Transactional
    public boolean cancel(long outgoing) {
        var now = time.instant();
        db.sql("select id from channels.delivery where outgoing_id = :outgoing for update")
                .param("outgoing", outgoing)
                .query()
                .listOfRows();
        var cancelled = db.sql("""
                update channels.delivery
                   set state = 'cancelled', at = :now
                 where outgoing_id = :outgoing
                   and not exists (
                       select from channels.delivery d
                        where d.outgoing_id = :outgoing
                          and (d.state not in ('queued', 'deferred') or d.maybe_left or d.lease_until is not null))
                returning id
                """)
                .param("outgoing", outgoing)
                .param("now", Columns.utc(now))
                .query(Long.class)
                .list();
        if (cancelled.isEmpty()) {
            return false;
        }
        db.sql("update channels.outgoing set cancelled_at = :now where id = :outgoing")
                .param("outgoing", outgoing)
                .param("now", Columns.utc(now))
                .update();
        changes.record(TOPIC, Long.toString(outgoing));
        return true;
    }

    @Override
    @Transactional
    public void resend(long delivery) {
        db.sql("""
                update channels.delivery
                   set state = 'queued', attempts = 0, maybe_left = false, answer = null, late_at = null,
                       send_after = :now, next_try_at = :now, at = :now
                 where id = :id and state <> 'cancelled' and (lease_until is null or lease_until <= :now)
                returning outgoing_id, address
                """)
                .param("id", delivery)
                .param("now", Columns.utc(time.instant()))
                .query((row, number) -> new Delivered(row.getLong("outgoing_id"), row.getString("address")))
                .optional()
                .ifPresent(delivered -> news.tell(delivered.outgoing(), delivered.address(), Delivery.State.QUEUED));
    }

    @Override
    @Transactional
    public void bounced(String messageId, String address, String answer) {
        marked(messageId, address, answer, """
                update channels.delivery d
                   set state = 'bounced', answer = :answer, at = :now
                  from channels.outgoing o
                 where o.id = d.outgoing_id and o.message_id = :messageId and d.address = :address
                   and d.state = 'sent'
                returning d.outgoing_id, d.address
                """)
                .ifPresent(delivered -> news.tell(delivered.outgoing(), delivered.address(), Delivery.State.BOUNCED));
    }

    @Override
    @Transactional
    public void delayed(String messageId, String address, String answer) {
        marked(messageId, address, answer, """
                update channels.delivery d
                   set late_at = :now, answer = :answer
                  from channels.outgoing o
                 where o.id = d.outgoing_id and o.message_id = :messageId and d.address = :address
                   and d.state = 'sent' and d.late_at is null
                returning d.outgoing_id, d.address
                """)
                .ifPresent(delivered -> news.tellLate(delivered.outgoing(), delivered.address()));
    }

    /** The copy that a report names, if it is one of ours that had arrived until then. */
    private Optional<Delivered> marked(String messageId, String address, String answer, String update) {
        var id = HeaderText.messageId(messageId);
        var recipient = EmailAddress.parse(address);
        if (id.isEmpty() || recipient.isEmpty()) {
            return Optional.empty();
        }
        return db.sql(update)
                .param("messageId", id.get())
                .param("address", recipient.get().toString())
                .param("answer", OneLine.of(answer, 500))
                .param("now", Columns.utc(time.instant()))
                .query((row, number) -> new Delivered(row.getLong("outgoing_id"), row.getString("address")))
                .optional();
    }

    @Override
    public List<Delivery> deliveries(Collection<Long> outgoing) {
        return db.sql("""
                select id, outgoing_id, address, state, attempts, answer, at, late_at from channels.delivery
                 where outgoing_id = any(:outgoing)
                 order by outgoing_id, id
                """)
                .param("outgoing", outgoing.toArray(Long[]::new))
                .query((row, number) -> new Delivery(
                        row.getLong("id"),
                        row.getLong("outgoing_id"),
                        row.getString("address"),
                        Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getInt("attempts"),
                        row.getString("answer"),
                        Columns.instant(row, "at"),
                        Columns.instantOrNull(row, "late_at")))
                .list();
    }

    private record Delivered(long outgoing, String address) {}
}
