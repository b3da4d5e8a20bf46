package pronto.channels.outbox;

import java.security.SecureRandom;
import java.util.Base64;

/** Names for our messages, which nobody can guess who has not seen them. */
final class MessageIds {

    private static final SecureRandom random = new SecureRandom();

    private MessageIds() {}

    /** In the domain it is sent from: a foreign one looks forged. */
    static String under(String fromAddress) {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return "<" + Base64.getUrlEncoder().encodeToString(bytes) + fromAddress.substring(fromAddress.lastIndexOf('@'))
                + ">";
    }
}
