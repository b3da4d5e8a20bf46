package pronto.tickets;

/** What a customer says of how their ticket was resolved. */
public enum Satisfaction {
    SATISFIED,
    PARTLY,
    UNSATISFIED
}
