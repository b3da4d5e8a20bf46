package pronto.runtime.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import pronto.runtime.Home;
import pronto.runtime.Settings;

/** The bytes of the master key, for the backup and for whoever works with it here; never printed. */
public final class KeyMaterial {

    private final byte[] secret;
    private final boolean madeNow;

    private KeyMaterial(byte[] secret, boolean madeNow) {
        this.secret = secret;
        this.madeNow = madeNow;
    }

    /** As it is given, or else the one made at first start. */
    public static KeyMaterial of(Settings settings, Home home) throws IOException {
        var given = settings.key();
        if (given != null) {
            return new KeyMaterial(KeyFile.decode(given, "The setting pronto.key"), false);
        }
        var missing = Files.notExists(home.masterKey());
        return new KeyMaterial(new KeyFile(home.masterKey()).readOrMake(), missing);
    }

    /** Puts a key that came back from a backup in its place. */
    public static void write(Home home, byte[] secret) throws IOException {
        new KeyFile(home.masterKey()).write(secret);
    }

    boolean madeNow() {
        return madeNow;
    }

    /** A key made for data that have another is no key: the next start must not take it for the right one. */
    void forget(Home home) throws IOException {
        Files.delete(home.masterKey());
    }

    public byte[] bytes() {
        return secret.clone();
    }

    public boolean is(byte[] other) {
        return MessageDigest.isEqual(secret, other);
    }
}
