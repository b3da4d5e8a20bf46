package pronto.channels.outbox;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where mail is handed over: {@code smtp://user:pass@host:port} (STARTTLS where offered) or {@code smtps://}. */
record RelayAddress(
        boolean tls, String host, int port, @Nullable String user, String password) {

    static RelayAddress parse(String url) {
        try {
            var uri = new URI(url.strip());
            var tls = "smtps".equalsIgnoreCase(uri.getScheme());
            if (!tls && !"smtp".equalsIgnoreCase(uri.getScheme())) {
                throw new IllegalArgumentException("a relay's address starts with smtp:// or smtps://");
            }
            if (uri.getHost() == null) {
                throw new IllegalArgumentException("a relay's address names a host: smtp://user:pass@host:port");
            }
            var login = uri.getRawUserInfo();
            var colon = login == null ? -1 : login.indexOf(':');
            var user = login == null ? null : plain(colon < 0 ? login : login.substring(0, colon));
            var password = login == null || colon < 0 ? "" : plain(login.substring(colon + 1));
            var usual = tls ? 465 : user == null ? 25 : 587;
            var host = uri.getHost().replaceAll("^\\[|]$", "");
            return new RelayAddress(tls, host, uri.getPort() < 0 ? usual : uri.getPort(), user, password);
        } catch (URISyntaxException e) {
            // Its message would repeat the password.
            throw new IllegalArgumentException("not an address of a relay: smtp://user:pass@host:port is one;"
                    + " write what is special in user or password as %40 and the like");
        }
    }

    boolean local() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** As it may be shown: without the password. */
    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + (user == null ? "" : user + "@") + host + ":" + port;
    }

    // Not URLDecoder: in a password a plus is a plus.
    private static String plain(String encoded) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); ) {
            if (encoded.charAt(i) == '%') {
                bytes.write(Integer.parseInt(encoded, i + 1, i + 3, 16));
                i += 3;
            } else {
                var letter = Character.toString(encoded.codePointAt(i));
                bytes.writeBytes(letter.getBytes(StandardCharsets.UTF_8));
                i += letter.length();
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
