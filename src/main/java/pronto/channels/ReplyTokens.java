package pronto.channels;

import org.jspecify.annotations.Nullable;

/**
 * Signed reply addresses: {@code support+TOKEN@domain}. The token names a ticket and is bound to one participant by an
 * HMAC of 128 bits; for anybody else it is worth nothing.
 */
public interface ReplyTokens {

    /** The address at which this participant answers on this ticket. */
    String address(String supportAddress, long ticket, String participant);

    /** The ticket a token names if it is this participant's own; null otherwise. */
    @Nullable Long ticketOf(String token, String participant);

    /** The ticket a token names, whoever made it: where to look for whose it may be, and no proof. */
    @Nullable Long claimed(String token);
}
