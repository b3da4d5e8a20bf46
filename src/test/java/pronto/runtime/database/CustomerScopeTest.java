package pronto.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.CustomerScope;
import pronto.runtime.RealDatabase;
import pronto.runtime.RuntimeModule;

@RuntimeModule
class CustomerScopeTest extends RealDatabase {

    @Autowired
    private JdbcClient database;

    @Autowired
    private CustomerScope scope;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Connections connections;

    private long acme;

    @BeforeEach
    void two_customers() {
        acme = System.nanoTime();
        happensTo(acme);
        happensTo(acme + 1);
    }

    @Test
    void inside_only_this_customer_is_there_and_outside_all_are() {
        assertThat(scope.of(acme, this::count)).isOne();
        assertThat(count()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_transaction_that_goes_on_sees_all_again() {
        var after = transaction.execute(status -> {
            scope.of(acme, this::count);
            return count();
        });

        assertThat(after).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_connection_that_says_nothing_sees_nothing() throws Exception {
        try (var bare = connections.open("test");
                var statement = bare.createStatement();
                var rows = statement.executeQuery("select count(*) from timeline.entry")) {
            rows.next();

            assertThat(rows.getLong(1)).isZero();
        }
    }

    private long count() {
        return database.sql("select count(*) from timeline.entry")
                .query(Long.class)
                .single();
    }

    private void happensTo(long customer) {
        database.sql("""
                        insert into timeline.entry
                            (at, kind, actor_kind, actor_name, subject_kind, subject_id, customer_id)
                        values (clock_timestamp(), 'test', 'pronto', 'Pronto', 'customer', :customer, :customer)
                        """).param("customer", customer).update();
    }
}
