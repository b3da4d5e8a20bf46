package pronto.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers what a transaction has to write of one kind, and writes it all together, with one statement, at its end. */
public final class Gathered<T> {

    private final Consumer<List<T>> write;

    public Gathered(Consumer<List<T>> write) {
        this.write = write;
    }

    /** Where no transaction runs it is written at once. */
    public void add(T one) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            write.accept(List.of(one));
            return;
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered<?>.Pending open) {
            open.addOne(one);
            return;
        }
        var pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        pending.addOne(one);
    }

    private final class Pending implements TransactionSynchronization {

        private final List<T> gathered = new ArrayList<>();
        private boolean written;

        @SuppressWarnings("unchecked")
        void addOne(Object one) {
            // Somebody who still writes while the transaction is already closing.
            if (written) {
                write.accept(List.of((T) one));
            } else {
                gathered.add((T) one);
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Gathered.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Gathered.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            write.accept(List.copyOf(gathered));
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Gathered.this);
        }
    }
}
