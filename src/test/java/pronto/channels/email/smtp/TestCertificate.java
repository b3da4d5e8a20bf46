package pronto.channels.email.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Certificates for tests, and a client that believes any. */
public final class TestCertificate {

    private TestCertificate() {}

    /** A certificate and its key, copied to where a test may change them. */
    public record Pair(Path certificate, Path key) {}

    public static Pair copy(String name, Path folder) {
        var pair = new Pair(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
        replace(pair, name);
        return pair;
    }

    public static void replace(Pair pair, String name) {
        write(name + ".crt", pair.certificate());
        write(name + ".key", pair.key());
    }

    private static void write(String resource, Path to) {
        try (var in = TestCertificate.class.getResourceAsStream("/tls/" + resource)) {
            Files.write(to, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tls client() {
        return plain -> {
            try {
                var context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {new Credulous()}, null);
                var socket =
                        (SSLSocket) context.getSocketFactory().createSocket(plain, "mx.example", plain.getPort(), true);
                socket.startHandshake();
                return socket;
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        };
    }

    private static final class Credulous implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
