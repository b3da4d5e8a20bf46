package pronto.tickets.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.runtime.MasterKey;
import pronto.tickets.Asking;
import pronto.tickets.Opinion;
import pronto.ui.Hash;

/** Links for what we ask somebody, signed over its ticket, its person and its end; nobody else can make one. */
@Component
class SignedLinks {

    private static final int MAC = 18;
    private static final int LENGTH = (MAC + Long.BYTES) * 8 / 6 + 1;

    private final MasterKey key;

    SignedLinks(MasterKey key) {
        this.key = key;
    }

    String of(Asking asking) {
        return signed("asking", asking.id(), asking.ticket(), asking.endsAt().getEpochSecond(), asking.address());
    }

    String of(Opinion opinion) {
        return signed(
                "opinion", opinion.id(), opinion.ticket(), opinion.endsAt().getEpochSecond(), opinion.address());
    }

    boolean fits(String token, Asking asking) {
        return same(token, of(asking));
    }

    boolean fits(String token, Opinion opinion) {
        return same(token, of(opinion));
    }

    static byte @Nullable [] hash(String token) {
        return token.length() > 64 ? null : Hash.sha256(token.getBytes(UTF_8));
    }

    /** Which one it says it is for; whether that is true is for its signature to say. */
    static OptionalLong id(String token) {
        if (token.length() != LENGTH) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    ByteBuffer.wrap(Base64.getUrlDecoder().decode(token)).getLong(MAC));
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean same(String token, String other) {
        return MessageDigest.isEqual(token.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private String signed(String what, long id, long ticket, long ends, String address) {
        var bound = id + ":" + ticket + ":" + ends + ":" + address;
        var mac = Arrays.copyOf(key.sign(what, bound.getBytes(UTF_8)), MAC);
        var bytes = ByteBuffer.allocate(MAC + Long.BYTES).put(mac).putLong(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
