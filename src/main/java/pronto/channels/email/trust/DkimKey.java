package pronto.channels.email.trust;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The public key that a domain shows in the DNS. */
record DkimKey(String type, byte[] bytes, boolean sameDomainOnly) {

    private static final int SHORTEST = 1024;
    /** What stands before the 32 bytes of an Ed25519 key where it says what it is. */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    static Optional<DkimKey> parse(String record) {
        return Tags.parse(record).filter(DkimKey::fits).flatMap(tags -> {
            try {
                return Optional.of(new DkimKey(
                        tags.lower("k", "rsa"),
                        Base64.getDecoder().decode(tags.close("p")),
                        Arrays.asList(tags.close("t").split(":")).contains("s")));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    private static boolean fits(Tags tags) {
        return (!tags.has("v") || tags.first("v", "DKIM1"))
                && tags.has("p")
                && listed(tags.lower("h", "sha256"), "sha256")
                && (listed(tags.lower("s", "*"), "*") || listed(tags.lower("s", "*"), "email"));
    }

    private static boolean listed(String list, String value) {
        return Arrays.asList(list.replaceAll("\\s+", "").split(":")).contains(value);
    }

    boolean revoked() {
        return bytes.length == 0;
    }

    boolean fits(DkimSignature signature) {
        var identity = signature.tags().close("i");
        return signature.algorithm().startsWith(type + "-")
                && (!sameDomainOnly
                        || identity.isEmpty()
                        || identity.substring(identity.lastIndexOf('@') + 1).equalsIgnoreCase(signature.domain()));
    }

    /** Its key for the JDK; refused where it is none, or one that can be broken. */
    PublicKey key() throws GeneralSecurityException {
        if (type.equals("ed25519")) {
            var encoded = new ByteArrayOutputStream();
            encoded.writeBytes(ED25519);
            encoded.writeBytes(bytes);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
        }
        var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST) {
            throw new GeneralSecurityException("key too short");
        }
        return key;
    }
}
