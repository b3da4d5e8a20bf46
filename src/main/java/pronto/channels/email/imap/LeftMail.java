package pronto.channels.email.imap;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import pronto.channels.OneLine;

/** A mail that was not taken and stays on its server, and as much of it as can be said. */
record LeftMail(
        String reason,
        long size,
        @Nullable String sender,
        @Nullable String subject) {

    private static final int LONGEST = 300;

    static LeftMail of(IMAPMessage mail, String reason, long size) {
        return new LeftMail(reason, size, asked(() -> sender(mail)), asked(mail::getSubject));
    }

    private interface Question {
        @Nullable String ask() throws MessagingException;
    }

    private static @Nullable String sender(IMAPMessage mail) throws MessagingException {
        var from = mail.getFrom();
        return from == null || from.length == 0 ? null : from[0].toString();
    }

    private static @Nullable String asked(Question question) {
        try {
            var answer = question.ask();
            return answer == null ? null : OneLine.of(answer, LONGEST);
        } catch (MessagingException | RuntimeException e) {
            // Whatever made it impossible to fetch may make this impossible too.
            return null;
        }
    }
}
