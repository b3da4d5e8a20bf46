package pronto.tickets.intake;

import org.jspecify.annotations.Nullable;
import pronto.staff.Technician;

/** Where a mail belongs. */
sealed interface Place {

    /** On this ticket: who wrote it takes part in it, and showed what it is about. */
    record On(Thread thread) implements Place {

        long ticket() {
            return thread.ticket();
        }
    }

    /** The ticket, and what showed it: a message that is answered, or the ticket that a reply address names. */
    record Thread(
            long ticket, @Nullable Long answered, @Nullable Long addressed) {}

    /** On a ticket of its own, which may name another without giving any right to it. */
    record OfItsOwn(@Nullable Long claims, @Nullable Long continues) implements Place {}

    /** On this ticket as our own answer, in this technician's name. */
    record Ours(long ticket, Technician technician) implements Place {}

    /** On none. */
    record Nowhere(Reason reason) implements Place {}

    enum Reason {
        AUTOMATIC,
        BLOCKED,
        OUR_OWN,
        NO_SENDER,
        VERIFICATION,
        REFUSED,
        UNREADABLE
    }
}
