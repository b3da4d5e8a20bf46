package pronto.runtime.encryption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import pronto.runtime.CannotRun;

/** A certificate and its key in PEM files; what is wrong with them is said in a sentence. */
public record Certificate(Path file, Instant from, Instant to) {

    private static final byte[] PROOF = {1, 2, 3};

    public static Certificate read(Path certificate, Path key) {
        var first = certificateIn(certificate);
        if (!fits(first, keyIn(key))) {
            throw new CannotRun("The key in " + key + " (pronto.tls.key) does not belong to the certificate in "
                    + certificate + " (pronto.tls.certificate).");
        }
        return new Certificate(
                certificate,
                first.getNotBefore().toInstant(),
                first.getNotAfter().toInstant());
    }

    /** Why nobody will trust it now, if it is so. */
    public Optional<String> warning(Instant now) {
        if (now.isAfter(to)) {
            return Optional.of(
                    "The certificate in " + file + " ended at " + to + ": browsers and mail servers refuse it.");
        }
        return now.isBefore(from)
                ? Optional.of("The certificate in " + file + " begins at " + from + ": until then it is refused.")
                : Optional.empty();
    }

    private static X509Certificate certificateIn(Path file) {
        try {
            var store = PemSslStore.load(PemSslStoreDetails.forCertificate(Files.readString(file)));
            var chain = store == null ? null : store.certificates();
            if (chain != null && !chain.isEmpty()) {
                return chain.getFirst();
            }
        } catch (IOException | RuntimeException e) {
            throw new CannotRun("The file " + file + " (pronto.tls.certificate) holds no certificate in PEM form.", e);
        }
        throw new CannotRun("The file " + file + " (pronto.tls.certificate) holds no certificate in PEM form.");
    }

    private static PrivateKey keyIn(Path file) {
        try {
            var store = PemSslStore.load(new PemSslStoreDetails(null, null, Files.readString(file)));
            var key = store == null ? null : store.privateKey();
            if (key != null) {
                return key;
            }
        } catch (IOException | RuntimeException e) {
            throw new CannotRun(
                    "The file " + file + " (pronto.tls.key) holds no private key in PEM form without a password.", e);
        }
        throw new CannotRun(
                "The file " + file + " (pronto.tls.key) holds no private key in PEM form without a password.");
    }

    private static boolean fits(X509Certificate certificate, PrivateKey key) {
        var algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROOF);
            var signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROOF);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
