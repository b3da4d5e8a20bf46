package pronto.staff;

/** People who share a queue. One that was removed keeps its name, so that old tickets can tell it. */
public record Team(long id, String name, boolean removed) {}
