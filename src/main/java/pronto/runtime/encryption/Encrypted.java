package pronto.runtime.encryption;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.apache.tomcat.util.net.TLSClientHelloExtractor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import pronto.runtime.CannotRun;
import pronto.runtime.Greeting;
import pronto.runtime.PublicAddress;
import pronto.runtime.Settings;

/** Goes with a certificate of our own: says what is wrong with it, and leads who comes unencrypted to the right address. */
@Component
@Order(1)
@ConditionalOnProperty("pronto.tls.certificate")
class Encrypted implements Greeting {

    private static final Logger log = LoggerFactory.getLogger(Encrypted.class);

    private final Path certificate;
    private final Path key;
    private final InstantSource clock;
    private final PublicAddress address;

    Encrypted(Settings settings, InstantSource clock, PublicAddress address, SslBundles bundles) {
        this.certificate = Objects.requireNonNull(settings.tls().certificate());
        this.key = Objects.requireNonNull(settings.tls().key());
        this.clock = clock;
        this.address = address;
        bundles.addBundleUpdateHandler("pronto", renewed -> say());
    }

    /** What Tomcat answers to plain HTTP at an encrypted port, which it does before any request is made. */
    @EventListener
    void listening(WebServerInitializedEvent server) {
        if (server.getApplicationContext().getServerNamespace() == null) {
            TLSClientHelloExtractor.USE_TLS_RESPONSE = ("HTTP/1.1 307 Temporary Redirect\r\nLocation: "
                            + address.of("/") + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    @Override
    public List<String> lines() {
        return Certificate.read(certificate, key)
                .warning(clock.instant())
                .map(sentence -> "warning   " + sentence)
                .stream()
                .toList();
    }

    private void say() {
        try {
            var now = Certificate.read(certificate, key);
            log.warn("The certificate was read again; it ends at {}", now.to());
            now.warning(clock.instant()).ifPresent(log::warn);
        } catch (CannotRun e) {
            log.error("{}", e.getMessage());
        }
    }
}
