package pronto.sla;

/** How urgent a thing is; null until it was screened. */
public enum Priority {
    P1,
    P2,
    P3,
    P4
}
