package pronto.runtime.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import pronto.runtime.MasterKey;

/** The master key at work; it never leaves this class, only keys derived for one purpose do the work. */
public final class StoredMasterKey implements MasterKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String VERSION = "1.";

    private final byte[] secret;
    private final SecureRandom random = new SecureRandom();

    StoredMasterKey(byte[] secret) {
        this.secret = secret.clone();
    }

    @Override
    public byte[] sign(String purpose, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keyFor("sign " + purpose, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String seal(String place, String secretText) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, place, nonce).doFinal(secretText.getBytes(StandardCharsets.UTF_8));
            var whole = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
            return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String open(String place, String sealed) {
        if (!sealed.startsWith(VERSION)) {
            throw new IllegalArgumentException("not sealed by this program");
        }
        var whole = Base64.getUrlDecoder().decode(sealed.substring(VERSION.length()));
        var nonce = java.util.Arrays.copyOf(whole, NONCE);
        try {
            var opened = cipher(Cipher.DECRYPT_MODE, place, nonce).doFinal(whole, NONCE, whole.length - NONCE);
            return new String(opened, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("does not open here: another key, another place, or changed", e);
        }
    }

    private Cipher cipher(int mode, String place, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keyFor("seal", "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey keyFor(String purpose, String algorithm) throws GeneralSecurityException {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .thenExpand(("pronto " + purpose).getBytes(StandardCharsets.UTF_8), 32);
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
    }
}
