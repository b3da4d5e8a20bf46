package pronto.search;

/** One thing found, with how well it fits. */
public record Match(String kind, long id, float score) {}
