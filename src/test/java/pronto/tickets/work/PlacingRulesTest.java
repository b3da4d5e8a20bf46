package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static pronto.tickets.TicketState.CLOSED;
import static pronto.tickets.TicketState.IN_WORK;
import static pronto.tickets.TicketState.RESOLVED;
import static pronto.tickets.TicketState.WAITING;
import static pronto.tickets.TicketState.WAITING_FOR_CUSTOMER;

import java.util.List;
import org.junit.jupiter.api.Test;
import pronto.tickets.TicketState;

class PlacingRulesTest {

    private static final long ACME = 1;
    private static final long BETA = 2;

    @Test
    void no_message_of_a_customer_comes_to_lie_on_the_ticket_of_another() {
        assertThat(PlacingRules.crosses(ACME, BETA)).isTrue();
        assertThat(PlacingRules.crosses(ACME, null))
                .as("nobody knows who reads there")
                .isTrue();
        assertThat(PlacingRules.crosses(ACME, ACME)).isFalse();
    }

    @Test
    void a_message_of_nobody_may_lie_anywhere() {
        assertThat(PlacingRules.crosses(null, ACME)).isFalse();
        assertThat(PlacingRules.crosses(null, null)).isFalse();
    }

    @Test
    void what_we_still_owe_is_owed_where_it_goes_on() {
        for (var into : List.of(WAITING_FOR_CUSTOMER, RESOLVED, CLOSED)) {
            assertThat(PlacingRules.next(into, true, WAITING)).isEqualTo(IN_WORK);
            assertThat(PlacingRules.next(into, false, IN_WORK)).isEqualTo(WAITING);
        }
        assertThat(PlacingRules.next(WAITING, false, IN_WORK)).isEqualTo(WAITING);
        assertThat(PlacingRules.next(IN_WORK, true, WAITING)).isEqualTo(IN_WORK);
    }

    @Test
    void what_waits_for_the_customer_keeps_a_ticket_from_being_over() {
        assertThat(PlacingRules.next(RESOLVED, true, WAITING_FOR_CUSTOMER)).isEqualTo(WAITING_FOR_CUSTOMER);
        assertThat(PlacingRules.next(IN_WORK, true, WAITING_FOR_CUSTOMER)).isEqualTo(IN_WORK);
    }

    @Test
    void what_is_over_changes_nothing() {
        for (var into : TicketState.values()) {
            assertThat(PlacingRules.next(into, true, RESOLVED)).isEqualTo(into);
            assertThat(PlacingRules.next(into, false, CLOSED)).isEqualTo(into);
        }
    }
}
