package pronto.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.CustomerScope;
import pronto.runtime.RealDatabase;

@SpringBootTest
class TimelineTest extends RealDatabase {

    static final Actor GIULIA = Actor.technician(7, "Giulia");

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CustomerScope scope;

    @Test
    void what_happened_to_a_thing_is_told_newest_first() {
        var ticket = new Subject("ticket", 1);
        timeline.add("tickets.opened", Actor.PRONTO, ticket, null, Map.of("code", "T-1001K"));
        timeline.add("tickets.pickedUp", GIULIA, ticket, null, Map.of("after", 12, "names", List.of("Marta", "Luca")));
        timeline.add("tickets.opened", Actor.PRONTO, new Subject("ticket", 2), null, Map.of());

        var entries = timeline.of(ticket, null, 10);

        assertThat(entries).extracting(Entry::kind).containsExactly("tickets.pickedUp", "tickets.opened");
        assertThat(entries.getFirst().actor()).isEqualTo(GIULIA);
        assertThat(entries.getFirst().data())
                .containsEntry("after", 12)
                .containsEntry("names", List.of("Marta", "Luca"));
        assertThat(timeline.of(ticket, entries.getFirst().id(), 10))
                .singleElement()
                .extracting(Entry::actor)
                .isEqualTo(Actor.PRONTO);
    }

    @Test
    void the_audit_tells_everything_or_one_kind_of_it() {
        timeline.add("staff.signedIn", GIULIA, new Subject("technician", 7), null, Map.of());
        timeline.add("customers.renamed", GIULIA, new Subject("customer", 3), 3L, Map.of());

        assertThat(timeline.all("staff.", null, 10)).extracting(Entry::kind).containsOnly("staff.signedIn");
        assertThat(timeline.all(null, null, 1)).extracting(Entry::kind).containsExactly("customers.renamed");
    }

    @Test
    void an_entry_goes_with_the_transaction_of_its_cause() {
        var ticket = new Subject("ticket", 3);
        transaction.executeWithoutResult(status -> {
            timeline.add("tickets.opened", Actor.PRONTO, ticket, null, Map.of());
            status.setRollbackOnly();
        });

        assertThat(timeline.of(ticket, null, 10)).isEmpty();
    }

    @Test
    void nobody_rewrites_it() {
        timeline.add("tickets.opened", Actor.PRONTO, new Subject("ticket", 4), null, Map.of());

        assertThatThrownBy(() -> db.sql("update timeline.entry set actor_name = 'nobody'")
                        .update())
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> db.sql("delete from timeline.entry").update())
                .hasMessageContaining("only ever added to");
    }

    @Test
    void a_customer_sees_what_stands_behind_its_own_wall() {
        var acme = new Subject("ticket", 5);
        timeline.add("tickets.opened", Actor.PRONTO, acme, 50L, Map.of());
        timeline.add("staff.signedIn", GIULIA, acme, null, Map.of());

        assertThat(scope.of(50, () -> timeline.of(acme, null, 10)))
                .singleElement()
                .extracting(Entry::kind)
                .isEqualTo("tickets.opened");
        assertThat(scope.of(51, () -> timeline.of(acme, null, 10))).isEmpty();
    }
}
