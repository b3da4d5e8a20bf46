package pronto.tickets.work;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.tickets.TicketState;

/** What may come to lie together, and what becomes of a ticket to which messages come. */
final class PlacingRules {

    private PlacingRules() {}

    /** Whether somebody would come to read what another customer wrote; what nobody's is may go anywhere. */
    static boolean crosses(@Nullable Long customer, @Nullable Long intoCustomer) {
        return customer != null && !Objects.equals(customer, intoCustomer);
    }

    /** What was still owed on the one is owed on the other; what was over changes nothing. */
    static TicketState next(TicketState into, boolean held, TicketState brought) {
        return switch (brought) {
            case WAITING, IN_WORK ->
                switch (into) {
                    case WAITING, IN_WORK -> into;
                    case WAITING_FOR_CUSTOMER, RESOLVED, CLOSED -> held ? TicketState.IN_WORK : TicketState.WAITING;
                };
            case WAITING_FOR_CUSTOMER -> into.open() ? into : TicketState.WAITING_FOR_CUSTOMER;
            case RESOLVED, CLOSED -> into;
        };
    }
}
