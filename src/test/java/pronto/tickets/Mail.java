package pronto.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Automatic;
import pronto.channels.IncomingMail;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.files.FileId;

/** A mail for a test, told one part after the other: {@code Mail.from("marta@acme.test").saying("Help")}. */
public record Mail(
        @Nullable Mailbox from,
        String to,
        List<String> tokens,
        String subject,
        @Nullable String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        String text,
        @Nullable String html,
        List<Mailbox> cc,
        @Nullable Automatic automatic,
        Trust trust,
        @Nullable String language,
        @Nullable String unreadable) {

    private static int number;

    public static Mail from(String address) {
        return new Mail(
                new Mailbox(null, address),
                "support@pronto.test",
                List.of(),
                "Nothing is sent",
                "<" + ++number + "@customer.test>",
                null,
                List.of(),
                "Since two o'clock nothing is sent.",
                null,
                List.of(),
                null,
                Trust.UNVERIFIED,
                null,
                null);
    }

    public static Mail ofNobody() {
        return new Mail(
                null,
                "support@pronto.test",
                List.of(),
                "?",
                null,
                null,
                List.of(),
                "",
                null,
                List.of(),
                null,
                Trust.UNVERIFIED,
                null,
                null);
    }

    public Mail named(String name) {
        return with(new Mailbox(name, from == null ? "" : from.address()), subject, text);
    }

    public Mail about(String title) {
        return with(from, title, text);
    }

    public Mail saying(String words) {
        return with(from, subject, words);
    }

    private Mail with(@Nullable Mailbox sender, String title, String words) {
        return new Mail(
                sender,
                to,
                tokens,
                title,
                messageId,
                inReplyTo,
                references,
                words,
                html,
                cc,
                automatic,
                trust,
                language,
                unreadable);
    }

    public Mail to(String address) {
        return new Mail(
                from,
                address,
                tokens,
                subject,
                messageId,
                inReplyTo,
                references,
                text,
                html,
                cc,
                automatic,
                trust,
                language,
                unreadable);
    }

    public Mail withToken(String address) {
        var token = address.substring(address.indexOf('+') + 1, address.lastIndexOf('@'));
        return new Mail(
                from,
                to,
                List.of(token),
                subject,
                messageId,
                inReplyTo,
                references,
                text,
                html,
                cc,
                automatic,
                trust,
                language,
                unreadable);
    }

    public Mail withId(@Nullable String id) {
        return new Mail(
                from,
                to,
                tokens,
                subject,
                id,
                inReplyTo,
                references,
                text,
                html,
                cc,
                automatic,
                trust,
                language,
                unreadable);
    }

    public Mail answering(@Nullable String id) {
        return new Mail(
                from,
                to,
                tokens,
                subject,
                messageId,
                id,
                id == null ? List.of() : List.of(id),
                text,
                html,
                cc,
                automatic,
                trust,
                language,
                unreadable);
    }

    public Mail copying(String... addresses) {
        var copied = java.util.Arrays.stream(addresses)
                .map(one -> new Mailbox(null, one))
                .toList();
        return new Mail(
                from,
                to,
                tokens,
                subject,
                messageId,
                inReplyTo,
                references,
                text,
                html,
                copied,
                automatic,
                trust,
                language,
                unreadable);
    }

    public Mail automatic(Automatic kind) {
        return new Mail(
                from,
                to,
                tokens,
                subject,
                messageId,
                inReplyTo,
                references,
                text,
                html,
                cc,
                kind,
                trust,
                language,
                unreadable);
    }

    public Mail trusted(Trust grade) {
        return new Mail(
                from,
                to,
                tokens,
                subject,
                messageId,
                inReplyTo,
                references,
                text,
                html,
                cc,
                automatic,
                grade,
                language,
                unreadable);
    }

    public Mail in(String tongue) {
        return new Mail(
                from,
                to,
                tokens,
                subject,
                messageId,
                inReplyTo,
                references,
                text,
                html,
                cc,
                automatic,
                trust,
                tongue,
                unreadable);
    }

    public Mail unreadableBecause(String why) {
        return new Mail(
                from,
                to,
                tokens,
                subject,
                messageId,
                inReplyTo,
                references,
                text,
                html,
                cc,
                automatic,
                trust,
                language,
                why);
    }

    public IncomingMail received(long id, Instant at) {
        return new IncomingMail(
                id,
                "smtp",
                at,
                List.of(to),
                to,
                tokens,
                from,
                List.of(),
                List.of(new Mailbox(null, to)),
                cc,
                subject,
                at,
                messageId,
                inReplyTo,
                references,
                text,
                text,
                html,
                false,
                List.of(),
                automatic,
                trust,
                language,
                new FileId("0".repeat(64)),
                unreadable);
    }
}
