package pronto.tickets.work;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Delivery;
import pronto.channels.Mailbox;
import pronto.channels.Outbox;
import pronto.tickets.Conversation;
import pronto.tickets.Message;
import pronto.tickets.Participant;

/** The conversation as the database keeps it: a page of messages takes three questions, however long it is. */
@Component
class StoredConversation implements Conversation {

    private record Lying(long message, Message.Attachment attachment) {}

    private record TakingPart(long ticket, Participant who) {}

    private final JdbcClient db;
    private final MessageRows rows;
    private final Outbox outbox;

    StoredConversation(JdbcClient db, MessageRows rows, Outbox outbox) {
        this.db = db;
        this.rows = rows;
        this.outbox = outbox;
    }

    @Override
    public List<Message> of(long ticket, @Nullable Long before, int limit) {
        var page = db.sql("""
                select * from tickets.message where ticket_id = :ticket and id < :before
                 order by id desc limit :limit
                """)
                .param("ticket", ticket)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(rows::message)
                .list();
        return whole(page.reversed());
    }

    @Override
    public Optional<Message> message(long ticket, long message) {
        return whole(db.sql("select * from tickets.message where ticket_id = :ticket and id = :message")
                        .param("ticket", ticket)
                        .param("message", message)
                        .query(rows::message)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Message.Attachment> attachment(long ticket, long attachment) {
        return db.sql("""
                select a.* from tickets.attachment a join tickets.message m on m.id = a.message_id
                 where a.id = :attachment and m.ticket_id = :ticket
                """)
                .param("attachment", attachment)
                .param("ticket", ticket)
                .query(MessageRows::attachment)
                .optional();
    }

    @Override
    public List<Participant> participants(long ticket) {
        return db.sql("""
                select address, name, role from tickets.participant where ticket_id = :ticket
                 order by role = 'reporter' desc, added_at, address limit 100
                """)
                .param("ticket", ticket)
                .query((row, number) -> participant(row))
                .list();
    }

    @Override
    public Map<Long, List<Participant>> participants(Collection<Long> tickets) {
        return db
                .sql("""
                select p.* from unnest(:tickets::bigint[]) t (id) cross join lateral (
                       select ticket_id, address, name, role from tickets.participant where ticket_id = t.id
                        order by role = 'reporter' desc, added_at, address limit 100) p
                """)
                .param("tickets", tickets.toArray(Long[]::new))
                .query((row, number) -> new TakingPart(row.getLong("ticket_id"), participant(row)))
                .list()
                .stream()
                .collect(groupingBy(TakingPart::ticket, mapping(TakingPart::who, toList())));
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                row.getString("address"), row.getString("name"), Columns.choice(row, "role", Participant.Role.class));
    }

    @Override
    public List<Mailbox> waiting(long ticket) {
        return db.sql("""
                select name, address from tickets.copied where ticket_id = :ticket and refused_at is null
                 order by at, address limit 100
                """)
                .param("ticket", ticket)
                .query((row, number) -> new Mailbox(row.getString("name"), row.getString("address")))
                .list();
    }

    private List<Message> whole(List<Message> page) {
        if (page.isEmpty()) {
            return page;
        }
        var attachments = attachments(page);
        var deliveries = deliveries(page);
        return page.stream()
                .map(message -> message.with(
                        attachments.getOrDefault(message.id(), List.of()),
                        message.outgoing() == null
                                ? List.of()
                                : deliveries.getOrDefault(message.outgoing(), List.of())))
                .toList();
    }

    private Map<Long, List<Message.Attachment>> attachments(List<Message> page) {
        return db
                .sql("select * from tickets.attachment where message_id = any(:messages) order by message_id, position")
                .param("messages", page.stream().map(Message::id).toArray(Long[]::new))
                .query((row, number) -> new Lying(row.getLong("message_id"), MessageRows.attachment(row, number)))
                .list()
                .stream()
                .collect(groupingBy(Lying::message, mapping(Lying::attachment, toList())));
    }

    private Map<Long, List<Delivery>> deliveries(List<Message> page) {
        var sent = page.stream().map(Message::outgoing).filter(Objects::nonNull).toList();
        return sent.isEmpty() ? Map.of() : outbox.deliveries(sent).stream().collect(groupingBy(Delivery::outgoing));
    }

    @Override
    public Map<Long, List<String>> lastWords(Collection<Long> tickets, int messages, int letters) {
        record Said(long ticket, String words) {}
        return db
                .sql("""
                        select t.id, left(coalesce(m.full_text, ''), :letters) as words
                          from unnest(:tickets::bigint[]) t (id)
                          cross join lateral (
                               select id, full_text from tickets.message
                                where ticket_id = t.id order by id desc limit :messages) m
                         order by t.id, m.id desc
                        """)
                .param("letters", letters)
                .param("messages", messages)
                .param("tickets", tickets.toArray(Long[]::new))
                .query((row, number) -> new Said(row.getLong("id"), row.getString("words")))
                .list()
                .stream()
                .collect(groupingBy(Said::ticket, mapping(Said::words, toList())));
    }
}
