package pronto.channels.email.smtp;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Encryption by a certificate and a key in PEM files, read again whenever one of them changes. */
public final class PemFiles implements Supplier<@Nullable Tls> {

    private static final Logger log = LoggerFactory.getLogger(PemFiles.class);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Path certificate;
    private final Path key;
    private @Nullable List<Object> stamp;
    private @Nullable Tls current;

    public PemFiles(Path certificate, Path key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** Files that are just being replaced, or cannot be read, leave what was good before. */
    @Override
    public synchronized @Nullable Tls get() {
        try {
            var now = List.<Object>of(
                    Files.getLastModifiedTime(certificate),
                    Files.size(certificate),
                    Files.getLastModifiedTime(key),
                    Files.size(key));
            if (!now.equals(stamp)) {
                var context = context();
                current = plain -> handshake(context, plain);
                stamp = now;
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            log.warn("The certificate {} cannot be read: {}", certificate, e.toString());
        }
        return current;
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        var store =
                PemSslStore.load(new PemSslStoreDetails(null, Files.readString(certificate), Files.readString(key)));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(new PemSslStoreBundle(store, null).getKeyStore(), new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static Socket handshake(SSLContext context, Socket plain) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory()
                .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.setEnabledProtocols(PROTOCOLS);
        socket.startHandshake();
        return socket;
    }
}
