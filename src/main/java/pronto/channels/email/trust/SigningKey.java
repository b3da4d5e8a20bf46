package pronto.channels.email.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import pronto.runtime.CannotRun;

/** The private key in a PEM file: RSA in either of its two forms, or Ed25519. */
final class SigningKey {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([^-]+)-----END (?:RSA )?PRIVATE KEY-----");
    private static final int SHORTEST = 1024;
    /** Version 0, and that what follows is an RSA key. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private SigningKey() {}

    static PrivateKey read(Path file) {
        try {
            var pem = PEM.matcher(Files.readString(file));
            if (!pem.find()) {
                throw new GeneralSecurityException("no private key in PEM form");
            }
            var bytes = Base64.getMimeDecoder().decode(pem.group(2));
            return key(new PKCS8EncodedKeySpec(pem.group(1) == null ? bytes : wrapped(bytes)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotRun(
                    "The file " + file
                            + " of the setting pronto.mail.dkim.key cannot be used: it must hold a private key"
                            + " in PEM form, RSA of 1024 bits or more or Ed25519.",
                    e);
        }
    }

    private static PrivateKey key(PKCS8EncodedKeySpec written) throws GeneralSecurityException {
        try {
            var key = KeyFactory.getInstance("RSA").generatePrivate(written);
            if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < SHORTEST) {
                throw new GeneralSecurityException("too short");
            }
            return key;
        } catch (InvalidKeySpecException notRsa) {
            return KeyFactory.getInstance("Ed25519").generatePrivate(written);
        }
    }

    private static byte[] wrapped(byte[] bare) {
        var inside = new ByteArrayOutputStream();
        inside.writeBytes(RSA);
        inside.writeBytes(tagged(0x04, bare));
        return tagged(0x30, inside.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] bytes) {
        var tagged = new ByteArrayOutputStream();
        tagged.write(tag);
        if (bytes.length > 0xff) {
            tagged.write(0x82);
            tagged.write(bytes.length >> 8);
        } else if (bytes.length > 0x7f) {
            tagged.write(0x81);
        }
        tagged.write(bytes.length);
        tagged.writeBytes(bytes);
        return tagged.toByteArray();
    }
}
