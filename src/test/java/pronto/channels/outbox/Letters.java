package pronto.channels.outbox;

import java.time.Instant;
import java.util.List;
import pronto.channels.Mailbox;
import pronto.channels.OutgoingMail.Attachment;

/** Letters from Acme's support to Marta, for the tests beside. */
final class Letters {

    static final Mailbox SUPPORT = new Mailbox("Giulia · Acme", "support@acme.example");
    static final Mailbox MARTA = new Mailbox("Marta Pérez", "marta@rossi.example");
    static final Mailbox LUCA = new Mailbox(null, "luca@rossi.example");

    private Letters() {}

    static Letter answer() {
        return new Letter(
                MARTA.address(),
                SUPPORT,
                "support+tok3n@acme.example",
                List.of(MARTA),
                List.of(LUCA),
                "Re: La fattura è sbagliata",
                "Buongiorno Marta,\nla fattura è corretta.",
                "<p>Buongiorno Marta,<br>la fattura è corretta.</p>",
                "Giulia\nAcme, assistenza",
                "<one@acme.example>",
                "<question@rossi.example>",
                List.of("<first@rossi.example>", "<question@rossi.example>"),
                List.of(),
                "it",
                false,
                Instant.parse("2026-11-23T09:05:00Z"));
    }

    static Letter automatic() {
        var answer = answer();
        return new Letter(
                answer.recipient(),
                answer.from(),
                answer.replyTo(),
                answer.to(),
                List.of(),
                answer.subject(),
                answer.text(),
                null,
                "",
                answer.messageId(),
                answer.inReplyTo(),
                answer.references(),
                List.of(),
                "it",
                true,
                answer.date());
    }

    static Letter with(Attachment... attachments) {
        var answer = answer();
        return new Letter(
                answer.recipient(),
                answer.from(),
                answer.replyTo(),
                answer.to(),
                answer.cc(),
                answer.subject(),
                answer.text(),
                answer.html(),
                answer.signature(),
                answer.messageId(),
                answer.inReplyTo(),
                answer.references(),
                List.of(attachments),
                answer.language(),
                false,
                answer.date());
    }

    static Letter saying(String subject, String name) {
        var answer = answer();
        return new Letter(
                answer.recipient(),
                new Mailbox(name, SUPPORT.address()),
                answer.replyTo(),
                List.of(new Mailbox(name, MARTA.address())),
                List.of(),
                subject,
                answer.text(),
                null,
                "",
                answer.messageId(),
                null,
                List.of(),
                List.of(),
                "it",
                false,
                answer.date());
    }

    static Letter to(Mailbox recipient) {
        var answer = answer();
        return new Letter(
                recipient.address(),
                answer.from(),
                null,
                List.of(recipient),
                List.of(),
                answer.subject(),
                answer.text(),
                null,
                "",
                answer.messageId(),
                null,
                List.of(),
                List.of(),
                "it",
                false,
                answer.date());
    }
}
