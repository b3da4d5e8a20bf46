package pronto.tickets;

/** Where a ticket stands, and so whose move is next. */
public enum TicketState {
    WAITING,
    IN_WORK,
    WAITING_FOR_CUSTOMER,
    RESOLVED,
    CLOSED;

    /** Whether somebody still owes somebody something. */
    public boolean open() {
        return switch (this) {
            case WAITING, IN_WORK, WAITING_FOR_CUSTOMER -> true;
            case RESOLVED, CLOSED -> false;
        };
    }
}
