package pronto.tickets.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.runtime.MasterKey;
import pronto.tickets.Asking;
import pronto.ui.Hash;

/** Links for one asking, signed over its ticket, its person and its end; nobody else can make one. */
@Component
class AskingTokens {

    private static final int MAC = 18;

    private final MasterKey key;

    AskingTokens(MasterKey key) {
        this.key = key;
    }

    String of(Asking asking) {
        var bytes = ByteBuffer.allocate(MAC + Long.BYTES).put(mac(asking)).putLong(asking.id());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    boolean fits(String token, Asking asking) {
        return MessageDigest.isEqual(token.getBytes(UTF_8), of(asking).getBytes(UTF_8));
    }

    static byte @Nullable [] hash(String token) {
        return token.length() > 64 ? null : Hash.sha256(token.getBytes(UTF_8));
    }

    private byte[] mac(Asking asking) {
        var bound =
                asking.id() + ":" + asking.ticket() + ":" + asking.endsAt().getEpochSecond() + ":" + asking.address();
        return Arrays.copyOf(key.sign("asking", bound.getBytes(UTF_8)), MAC);
    }
}
