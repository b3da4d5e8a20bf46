package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pronto.people.FreePort;
import pronto.people.Started;

/** The program with a certificate of its own, renewed while it runs, and with a port of its own for the figures. */
class EncryptedTest {

    private static final int PKCS8_HEAD = 26;

    @TempDir
    private Path folder;

    @Test
    void a_renewed_certificate_is_served_without_a_new_start_and_a_broken_one_is_not() throws Exception {
        var first = make("first", 0);
        put(first, false);
        var figures = FreePort.next();
        try (var program = Started.on(Started.emptyHome(), tls("--pronto.metrics.port=" + figures));
                var browser = HttpClient.newBuilder().sslContext(trusting()).build()) {
            var port = program.address().getPort();
            assertThat(program.address().getScheme()).isEqualTo("https");
            assertThat(served(port)).isEqualTo(first.certificate());

            var page = get(browser, "https://localhost:" + port + "/sign-in");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
            var plain = get(browser, "http://localhost:" + port + "/sign-in");
            assertThat(plain.statusCode()).isEqualTo(307);
            assertThat(plain.headers().firstValue("Location")).contains("https://localhost:" + port + "/");

            assertThat(get(browser, "https://localhost:" + figures + "/actuator/prometheus")
                            .body())
                    .contains("jvm_memory");
            assertThat(get(browser, "https://localhost:" + port + "/actuator/prometheus")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(get(browser, "https://localhost:" + port + "/actuator/health/readiness")
                            .body())
                    .isEqualTo("{\"status\":\"UP\"}");

            var second = make("second", 0);
            put(second, true);
            await().atMost(Duration.ofSeconds(60)).until(() -> served(port).equals(second.certificate()));

            Files.writeString(folder.resolve("tls.pem"), "no certificate at all");
            await().during(Duration.ofSeconds(15))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> served(port).equals(second.certificate()));
        }
    }

    @Test
    void a_bad_certificate_stops_the_start_with_a_sentence_and_an_expired_one_is_told() throws Exception {
        var good = make("good", 0);
        put(good, false);
        Files.writeString(folder.resolve("tls.pem"), "no certificate at all");
        assertThat(refused()).contains("tls.pem (pronto.tls.certificate) holds no certificate in PEM form.");

        put(good, false);
        Files.writeString(
                folder.resolve("tls.key"), pem("PRIVATE KEY", make("other", 0).key()));
        assertThat(refused()).contains("does not belong to the certificate in");

        put(make("old", -400), false);
        try (var program = Started.on(Started.emptyHome(), tls())) {
            assertThat(program.said()).contains("warning   The certificate in").contains("ended at");
        }
    }

    private String refused() {
        var arguments = new java.util.ArrayList<>(
                java.util.List.of("run", "--home", Started.emptyHome().toString()));
        arguments.addAll(Arrays.asList(tls()));
        var program = Started.command(arguments.toArray(String[]::new));
        assertThat(program.awaitEnd()).isBetween(1, 2);
        assertThat(program.said()).doesNotContain("\tat ");
        return program.said();
    }

    private String[] tls(String... more) {
        var all = new java.util.ArrayList<>(java.util.List.of(
                "--pronto.tls.certificate=" + folder.resolve("tls.pem"),
                "--pronto.tls.key=" + folder.resolve("tls.key")));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    private record Made(X509Certificate certificate, byte[] key) {}

    private Made make(String name, int days) throws Exception {
        var store = folder.resolve(name + ".p12");
        Commands.run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-startdate",
                "%+dd".formatted(days),
                "-validity",
                "90",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "secret");
        var keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        return new Made(
                (X509Certificate) keys.getCertificate("it"),
                keys.getKey("it", "secret".toCharArray()).getEncoded());
    }

    /** In the older form the key stands alone, without the head that says of what kind it is. */
    private void put(Made made, boolean older) throws Exception {
        Files.writeString(
                folder.resolve("tls.pem"), pem("CERTIFICATE", made.certificate().getEncoded()));
        Files.writeString(
                folder.resolve("tls.key"),
                older
                        ? pem("RSA PRIVATE KEY", Arrays.copyOfRange(made.key(), PKCS8_HEAD, made.key().length))
                        : pem("PRIVATE KEY", made.key()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes)
                + "\n-----END " + what + "-----\n";
    }

    private static X509Certificate served(int port) {
        try (var socket =
                (SSLSocket) trusting().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> get(HttpClient browser, String address) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trusting() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

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
