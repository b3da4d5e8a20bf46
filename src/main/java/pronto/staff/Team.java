package pronto.staff;

/** People who share a queue. */
public record Team(long id, String name) {}
