package pronto.staff.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** 256 random bits that open something. They are shown once; what is kept is their hash. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret random() {
        return random("");
    }

    /** The prefix tells whoever finds one lying about what it is. */
    public static Secret random(String prefix) {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** One that somebody presents. */
    public static Secret of(String presented) {
        return new Secret(presented);
    }

    /** A plain hash is enough for 256 random bits; nobody can try them all. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String reveal() {
        return text;
    }

    /** So that a log cannot tell. */
    @Override
    public String toString() {
        return "Secret";
    }
}
