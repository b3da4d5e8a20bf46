package pronto.channels.email.smtp;

import java.util.List;

/** Who sends and who is meant, as the other server says; an empty sender is the null sender of automatic mail. */
public record Envelope(String peer, String helo, String from, List<String> to) {}
