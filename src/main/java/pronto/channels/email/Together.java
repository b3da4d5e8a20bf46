package pronto.channels.email;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Mails that come by several connections at once get their rows in one transaction: whoever comes first takes along those
 * that wait, and each is told of its own once all are committed. One that fails spoils none of the others, and nobody waits
 * for ever: who is told to come again although the mail is kept after all brings the same mail, which is here already.
 */
final class Together {

    private static final int MOST = 32;
    private static final int ROOM = 1_000;

    /** A database that says nothing says nothing to all who wait. */
    private static final long PATIENCE_SECONDS = 5;

    private record Waiting(Incoming mail, CompletableFuture<Long> id) {}

    private final Function<List<Incoming>, List<Long>> keep;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(ROOM);
    private final AtomicBoolean busy = new AtomicBoolean();

    Together(Function<List<Incoming>, List<Long>> keep) {
        this.keep = keep;
    }

    long take(Incoming mail) {
        var mine = new Waiting(mail, new CompletableFuture<>());
        if (!waiting.offer(mine)) {
            return keep.apply(List.of(mail)).getFirst();
        }
        Thread.ofVirtual().name("keeping").start(this::lead);
        try {
            return mine.id().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                waiting.remove(mine);
                throw new DataAccessResourceFailureException("the database says nothing", e);
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** One at a time. It looks again after stepping back: who came in between has seen that somebody was at it. */
    private void lead() {
        while (!waiting.isEmpty() && busy.compareAndSet(false, true)) {
            try {
                var mails = new ArrayList<Waiting>(MOST);
                waiting.drainTo(mails, MOST);
                keepAll(mails);
            } finally {
                busy.set(false);
            }
        }
    }

    private void keepAll(List<Waiting> mails) {
        try {
            keepTogether(mails);
        } catch (TransactionException | DataAccessResourceFailureException away) {
            // Without a database, one by one would wait for it one after the other.
            mails.forEach(mail -> mail.id().completeExceptionally(away));
        } catch (RuntimeException | Error e) {
            if (mails.size() == 1) {
                mails.getFirst().id().completeExceptionally(e);
            } else {
                mails.forEach(mail -> keepAll(List.of(mail)));
            }
        }
    }

    private void keepTogether(List<Waiting> mails) {
        var ids = keep.apply(mails.stream().map(Waiting::mail).toList());
        for (int i = 0; i < mails.size(); i++) {
            mails.get(i).id().complete(ids.get(i));
        }
    }
}
