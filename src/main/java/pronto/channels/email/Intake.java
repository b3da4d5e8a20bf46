package pronto.channels.email;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.MailCame;
import pronto.channels.email.trust.SenderCheck;
import pronto.runtime.Stages;
import pronto.runtime.Stages.Stage;

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

    /** Longer than anybody waits here: then the connection is given up, so that the next ones do not wait for it. */
    private static final int MUTE_MILLIS = 10_000;

    private final IncomingRows rows;
    private final TransactionTemplate transaction;
    private final ObjectProvider<MailCame> listeners;
    private final SenderCheck senders;
    private final JdbcOperations database;
    private final Stages stages;
    private final Together together;

    Intake(
            IncomingRows rows,
            TransactionTemplate transaction,
            ObjectProvider<MailCame> listeners,
            SenderCheck senders,
            JdbcOperations database,
            Stages stages) {
        this.rows = rows;
        this.transaction = transaction;
        this.listeners = listeners;
        this.senders = senders;
        this.database = database;
        this.stages = stages;
        this.together = new Together(this::keep);
    }

    /** Keeps the mail; when it returns, mail and row are on stable storage. */
    public long take(Arrival arrival, ArrivingMail mail) throws IOException {
        var incoming = checked(arrival, mail);
        return said(() -> stages.time(Stage.RECEIVE, () -> together.take(incoming)));
    }

    /** Several that lie ready, in their order; what {@code within} does is committed with their rows or not at all. */
    public void take(Arrival arrival, List<ArrivingMail> mails, Runnable within) throws IOException {
        var incoming = new ArrayList<Incoming>();
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var checked : each.invokeAll(mails.stream()
                    .map(mail -> (Callable<Incoming>) () -> checked(arrival, mail))
                    .toList())) {
                incoming.add(checked.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
        said(() -> transaction.execute(status -> {
            var ids = rows.insert(incoming);
            within.run();
            return ids.getFirst();
        }));
    }

    /** All that takes long, ahead of the transaction. */
    private Incoming checked(Arrival arrival, ArrivingMail mail) throws IOException {
        stages.time(Stage.RECEIVE, () -> {
            mail.seal();
            return mail;
        });
        var evidence = stages.time(
                Stage.VERIFY,
                () -> senders.check(
                        arrival.stranger(),
                        Objects.requireNonNullElse(arrival.helo(), ""),
                        Objects.requireNonNullElse(arrival.envelopeFrom(), ""),
                        mail.passing()));
        return new Incoming(arrival, mail, evidence);
    }

    private List<Long> keep(List<Incoming> mails) {
        return transaction.execute(status -> {
            database.execute(Intake::notForEver);
            return rows.insert(mails);
        });
    }

    private static boolean notForEver(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, MUTE_MILLIS);
        return true;
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
