package pronto.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pronto.sla.Priority;

/** The tickets there are. */
public interface Tickets {

    /** The ticket of this id, or {@link TicketUnknown}. */
    Ticket ticket(long id);

    /** By its code, however it is typed. */
    Optional<Ticket> find(String code);

    /** By its code, or {@link TicketUnknown}. */
    Ticket byCode(String code);

    /** The same, held until the caller's transaction ends: nobody changes it in between. */
    Ticket held(String code);

    /** Several, held in one order and given in the one asked for: of two who do this at once none waits for ever. */
    List<Ticket> held(List<Long> ids);

    Map<Long, Ticket> tickets(Collection<Long> ids);

    /** The newest first; each field that is null asks for nothing. */
    record Filter(
            @Nullable TicketState state,
            @Nullable Priority priority,
            @Nullable Long team,
            @Nullable Long customer,
            @Nullable String reporter,
            boolean spam) {

        public static Filter ofCustomer(long customer) {
            return new Filter(null, null, null, customer, null, false);
        }
    }

    /** Where a page of them ended. */
    record Place(Instant openedAt, long id) {}

    List<Ticket> list(Filter filter, @Nullable Place after, int limit);

    /** The tickets that hold a message with this Message-ID. */
    List<Ticket> withMessage(String messageId, int limit);
}
