package pronto.tickets.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Automatic;
import pronto.channels.Delivery;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.runtime.Spelling;
import pronto.tickets.Channel;
import pronto.tickets.Message;
import pronto.ui.api.OneOf;

/** A message or note as programs see it. */
record MessageJson(
        String id,
        @Nullable String fromTicket,
        @OneOf(Message.Direction.class) String direction,
        @OneOf(Message.Kind.class) String kind,
        @OneOf(Channel.class) String channel,
        @OneOf(Automatic.class) @Nullable String automatic,
        @Nullable PersonJson from,
        List<PersonJson> to,
        List<PersonJson> cc,
        List<PersonJson> replyTo,
        String subject,
        @Nullable Instant date,
        Instant receivedAt,
        @Nullable String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        String text,
        String fullText,
        @Nullable String html,
        List<AttachmentJson> attachments,
        @OneOf(Trust.class) @Nullable String trust,
        List<DeliveryJson> delivery,
        @Nullable Instant nextUpdateAt) {

    record PersonJson(@Nullable String name, String address) {}

    record AttachmentJson(
            String id, String name, String contentType, long size, String sha256, boolean inline, String url) {}

    record DeliveryJson(
            String address, @OneOf(Delivery.State.class) String state, Instant at) {}

    static MessageJson of(Message message, String ticket, @Nullable String fromTicket) {
        return new MessageJson(
                Long.toString(message.id()),
                fromTicket,
                Spelling.of(message.direction()),
                Spelling.of(message.kind()),
                Spelling.of(message.channel()),
                message.automatic() == null ? null : Spelling.of(message.automatic()),
                message.from() == null ? null : person(message.from()),
                message.to().stream().map(MessageJson::person).toList(),
                message.cc().stream().map(MessageJson::person).toList(),
                message.replyTo().stream().map(MessageJson::person).toList(),
                message.subject(),
                message.date(),
                message.receivedAt(),
                message.messageId(),
                message.inReplyTo(),
                message.references(),
                message.text(),
                message.fullText(),
                message.html(),
                message.attachments().stream()
                        .map(one -> attachment(one, ticket))
                        .toList(),
                message.trust() == null ? null : Spelling.of(message.trust()),
                message.deliveries().stream().map(MessageJson::delivery).toList(),
                message.nextUpdate());
    }

    private static PersonJson person(Mailbox mailbox) {
        return new PersonJson(mailbox.name(), mailbox.address());
    }

    private static AttachmentJson attachment(Message.Attachment one, String ticket) {
        return new AttachmentJson(
                Long.toString(one.id()),
                one.name(),
                one.contentType(),
                one.size(),
                one.file().sha256(),
                one.inline(),
                "/api/v1/tickets/" + ticket + "/attachments/" + one.id());
    }

    private static DeliveryJson delivery(Delivery one) {
        return new DeliveryJson(one.address(), Spelling.of(one.state()), one.at());
    }
}
