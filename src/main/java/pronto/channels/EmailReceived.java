package pronto.channels;

/** A mail was accepted and is kept: it is named by its row in {@code channels.incoming}. */
public record EmailReceived(long incoming) {}
