package pronto.runtime.keys;

import java.io.IOException;
import java.security.MessageDigest;
import pronto.runtime.Home;
import pronto.runtime.Settings;

/** The bytes of the master key, for the backup and for whoever works with it here; never printed. */
public final class KeyMaterial {

    private final byte[] secret;

    private KeyMaterial(byte[] secret) {
        this.secret = secret;
    }

    /** As it is given, or else the one made at first start. */
    public static KeyMaterial of(Settings settings, Home home) throws IOException {
        var given = settings.key();
        return new KeyMaterial(
                given != null
                        ? KeyFile.decode(given, "The setting pronto.key")
                        : new KeyFile(home.masterKey()).readOrMake());
    }

    /** Puts a key that came back from a backup in its place. */
    public static void write(Home home, byte[] secret) throws IOException {
        new KeyFile(home.masterKey()).write(secret);
    }

    public byte[] bytes() {
        return secret.clone();
    }

    public boolean is(byte[] other) {
        return MessageDigest.isEqual(secret, other);
    }
}
