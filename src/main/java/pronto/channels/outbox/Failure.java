package pronto.channels.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pronto.channels.OneLine;

/** Reads from the exceptions of a failed try what the other side meant. */
final class Failure {

    private static final Logger log = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    static Answer answer(MessagingException failure, boolean mayHaveLeft) {
        Throwable lost = find(failure, AttachmentLost.class);
        if (lost != null) {
            return new Answer.Later(words(lost));
        }
        var address = find(failure, SMTPAddressFailedException.class);
        if (address != null) {
            return byCode(address.getReturnCode(), address);
        }
        var send = find(failure, SMTPSendFailedException.class);
        if (send == null || send.getReturnCode() < 0) {
            return mayHaveLeft ? new Answer.Unknown(words(failure)) : new Answer.Unreachable(words(failure));
        }
        // A sender that the relay does not take is a matter between us and it; only too large a mail is the mail's own.
        var atSender = send.getCommand().toUpperCase(Locale.ROOT).startsWith("MAIL");
        return atSender && send.getReturnCode() != 552
                ? new Answer.Unreachable(words(send))
                : byCode(send.getReturnCode(), send);
    }

    /** A letter that cannot be made will not be made by trying again. */
    static Answer answer(RuntimeException mistake) {
        log.error("A letter could not be composed", mistake);
        return new Answer.Refused("could not be composed: " + mistake.getMessage());
    }

    /** No conversation came about. */
    static Answer noConnection(MessagingException failure) {
        var refused = failure instanceof AuthenticationFailedException ? "the relay refused our login: " : "";
        return new Answer.Unreachable(refused + words(failure));
    }

    static String line(@Nullable String said) {
        return said == null ? "" : OneLine.of(said, 500);
    }

    private static Answer byCode(int code, MessagingException failure) {
        return switch (code) {
            // Gone; going away; log in first.
            case -1, 421, 530, 535, 538 -> new Answer.Unreachable(words(failure));
            default -> code >= 500 ? new Answer.Refused(words(failure)) : new Answer.Later(words(failure));
        };
    }

    private static String words(Throwable failure) {
        var words = failure.getMessage();
        return words == null ? failure.getClass().getSimpleName() : line(words);
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> kind) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (kind.isInstance(at)) {
                return kind.cast(at);
            }
            at = at instanceof MessagingException mail && mail.getNextException() != null
                    ? mail.getNextException()
                    : at.getCause();
        }
        return null;
    }
}
