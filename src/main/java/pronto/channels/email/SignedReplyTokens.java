package pronto.channels.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.channels.ReplyTokens;
import pronto.runtime.MasterKey;

/**
 * 128 bits of an HMAC over ticket and participant, then the ticket's number; in letters and digits that survive a mail
 * program that changes their case.
 */
@Component
class SignedReplyTokens implements ReplyTokens {

    private static final int MAC = 16;
    private static final int LONGEST = 64;

    private final MasterKey key;

    SignedReplyTokens(MasterKey key) {
        this.key = key;
    }

    @Override
    public String address(String supportAddress, long ticket, String participant) {
        var number = number(ticket);
        var token = ByteBuffer.allocate(MAC + number.length)
                .put(mac(ticket, participant))
                .put(number)
                .array();
        int at = supportAddress.lastIndexOf('@');
        return supportAddress.substring(0, at) + "+" + Base32.encode(token) + supportAddress.substring(at);
    }

    @Override
    public @Nullable Long ticketOf(String token, String participant) {
        var bytes = bytes(token);
        if (bytes == null) {
            return null;
        }
        long ticket = named(bytes);
        return MessageDigest.isEqual(mac(ticket, participant), Arrays.copyOf(bytes, MAC)) ? ticket : null;
    }

    @Override
    public @Nullable Long claimed(String token) {
        var bytes = bytes(token);
        return bytes == null ? null : Long.valueOf(named(bytes));
    }

    private static byte @Nullable [] bytes(String token) {
        var bytes = token.length() > LONGEST ? null : Base32.decode(token);
        var fits = bytes != null && bytes.length > MAC && bytes.length <= MAC + Long.BYTES && bytes[MAC] != 0;
        return fits ? bytes : null;
    }

    private static long named(byte[] bytes) {
        long ticket = 0;
        for (int i = MAC; i < bytes.length; i++) {
            ticket = ticket << 8 | bytes[i] & 0xff;
        }
        return ticket;
    }

    private byte[] mac(long ticket, String participant) {
        var person = EmailAddress.parse(participant)
                .map(EmailAddress::toString)
                .orElseGet(() -> participant.strip().toLowerCase(Locale.ROOT));
        return Arrays.copyOf(key.sign("reply-token", (ticket + ":" + person).getBytes(UTF_8)), MAC);
    }

    /** Without the zeroes in front, so that there is one way to write it. */
    private static byte[] number(long ticket) {
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(ticket).array();
        return Arrays.copyOfRange(bytes, Long.numberOfLeadingZeros(Math.max(1, ticket)) / 8, bytes.length);
    }
}
