package pronto.tickets;

/** How urgent a ticket is; null until it was screened. */
public enum Priority {
    P1,
    P2,
    P3,
    P4
}
