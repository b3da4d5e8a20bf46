package pronto.channels;

/** An address that a mail which came back says it did not reach, and what was said about it. */
public record Undelivered(String address, String answer) {}
