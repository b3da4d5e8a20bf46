package pronto.runtime;

/** The key of this installation: signs tokens and seals secrets, each purpose with a key of its own (HKDF). */
public interface MasterKey {

    /** HMAC-SHA256 of the bytes under the key of this purpose. */
    byte[] sign(String purpose, byte[] bytes);

    /** Encrypts with AES-256-GCM; {@code place} names where it is kept, and it opens nowhere else. */
    String seal(String place, String secret);

    String open(String place, String sealed);
}
