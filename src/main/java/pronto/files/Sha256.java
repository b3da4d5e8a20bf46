package pronto.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that names bytes; every Java has it. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
