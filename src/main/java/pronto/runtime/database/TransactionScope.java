package pronto.runtime.database;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.CustomerScope;

/** Narrows what one transaction sees; the database itself ends it with the transaction. */
@Component
class TransactionScope implements CustomerScope {

    private record Scope(String scope, String customer) {}

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    TransactionScope(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public <T> T of(long customer, Supplier<T> work) {
        return transaction.execute(status -> {
            var before = current();
            narrow(new Scope("customer", Long.toString(customer)));
            var result = work.get();
            // Only after success: a transaction that fails takes the scope with it.
            narrow(before);
            return result;
        });
    }

    private Scope current() {
        return database.sql("""
                        select coalesce(current_setting('pronto.scope', true), '') as scope,
                               coalesce(current_setting('pronto.customer', true), '') as customer
                        """)
                .query((row, number) -> new Scope(row.getString("scope"), row.getString("customer")))
                .single();
    }

    private void narrow(Scope scope) {
        database.sql("select set_config('pronto.scope', ?, true), set_config('pronto.customer', ?, true)")
                .params(scope.scope(), scope.customer())
                .query()
                .listOfRows();
    }
}
