package pronto.timeline;

/** What it happened to: a kind (the table's name in the singular) and its id. */
public record Subject(String kind, long id) {}
