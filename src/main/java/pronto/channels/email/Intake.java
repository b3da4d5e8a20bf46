package pronto.channels.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.MailCame;
import pronto.channels.email.trust.SenderCheck;

/**
 * The one way in for mail, behind every door: bytes on stable storage, then a row. The same mail again, by whatever door,
 * is the mail that is here already.
 */
@Component
public class Intake {

    /** How it came: what the other server said, or nothing where a mailbox was fetched. */
    public record Arrival(
            String door,
            @Nullable String peer,
            @Nullable String helo,
            @Nullable String envelopeFrom,
            List<String> envelopeTo) {

        /** The other server itself, where ours is the first to take the mail. */
        private @Nullable String stranger() {
            return door.equals("smtp") && helo != null ? peer : null;
        }
    }

    private final IncomingRows rows;
    private final TransactionTemplate transaction;
    private final ObjectProvider<MailCame> listeners;
    private final SenderCheck senders;
    private final Together together;

    Intake(
            IncomingRows rows,
            TransactionTemplate transaction,
            ObjectProvider<MailCame> listeners,
            SenderCheck senders) {
        this.rows = rows;
        this.transaction = transaction;
        this.listeners = listeners;
        this.senders = senders;
        this.together = new Together(this::keep);
    }

    /** Keeps the mail; when it returns, mail and row are on stable storage. */
    public long take(Arrival arrival, ArrivingMail mail) throws IOException {
        var incoming = checked(arrival, mail);
        return said(() -> together.take(incoming));
    }

    /** The same; what {@code within} does with its row is committed with it or not at all. */
    public long take(Arrival arrival, ArrivingMail mail, LongConsumer within) throws IOException {
        var incoming = checked(arrival, mail);
        return said(() -> transaction.execute(status -> {
            long id = rows.insert(List.of(incoming)).getFirst();
            within.accept(id);
            return id;
        }));
    }

    /** All that takes long, ahead of the transaction. */
    private Incoming checked(Arrival arrival, ArrivingMail mail) throws IOException {
        mail.seal();
        var evidence = senders.check(
                arrival.stranger(),
                Objects.requireNonNullElse(arrival.helo(), ""),
                Objects.requireNonNullElse(arrival.envelopeFrom(), ""),
                mail.passing());
        return new Incoming(arrival, mail, evidence);
    }

    private List<Long> keep(List<Incoming> mails) {
        return transaction.execute(status -> rows.insert(mails));
    }

    private interface Keeping {
        long keep();
    }

    private long said(Keeping keeping) throws IOException {
        try {
            long incoming = keeping.keep();
            listeners.forEach(MailCame::lookForMail);
            return incoming;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
