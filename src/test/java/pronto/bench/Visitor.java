package pronto.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * A technician's browser, and a program with a token, over one connection that stays open. Times each answer from the
 * first byte asked to the last byte got.
 */
final class Visitor implements AutoCloseable {

    private static final String SECRET = "secret-of-the-benchmark";

    private final int port;
    private final String secret;
    private Socket socket;
    private InputStream in;
    private String body = "";

    private Visitor(int port, String secret) throws IOException {
        this.port = port;
        this.secret = secret;
        this.socket = connect(port);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    static Visitor to(Installation pronto) throws IOException, SQLException {
        try (var database = pronto.asOwner("pronto");
                var statement = database.createStatement()) {
            var hash = hash(SECRET);
            statement.execute("""
                    insert into staff.session (token_hash, technician_id, csrf, created_at, seen_at, ends_at)
                    values ('%s', 1, 'mark', now(), now(), now() + interval '1 day') on conflict do nothing;
                    update staff.session set seen_at = now(), ends_at = now() + interval '1 day'
                     where token_hash = '%s';
                    insert into staff.token (name, token_hash, scopes, technician_id, created_at)
                    values ('bench', '%s', '{read,admin}', 1, now()) on conflict do nothing
                    """.formatted(hash, hash, hash));
        }
        return new Visitor(pronto.http(), SECRET);
    }

    /** A program that acts for this technician. */
    static Visitor actingFor(int technician, Installation pronto) throws IOException, SQLException {
        var secret = SECRET + "-" + technician;
        try (var database = pronto.asOwner("pronto");
                var statement = database.createStatement()) {
            statement.execute("""
                    insert into staff.token (name, token_hash, scopes, technician_id, created_at)
                    values ('bench %s', '%s', '{read,write}', %s, now()) on conflict do nothing
                    """.formatted(technician, hash(secret), technician));
        }
        return new Visitor(pronto.http(), secret);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The nanoseconds that it took; an answer other than 200 is a mistake. */
    long get(String path) throws IOException {
        var program = path.startsWith("/api/");
        return ask(
                "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + (program ? "Authorization: Bearer " + secret : "Cookie: pronto=" + secret)
                        + (path.contains("part=1") ? "\r\nHX-Request: true" : "") + "\r\n\r\n",
                " 200");
    }

    /** The same of what is created, by a program. */
    long post(String path) throws IOException {
        return ask(
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + secret
                        + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                " 201");
    }

    private long ask(String request, String well) throws IOException {
        var asked = request.getBytes(ISO_8859_1);
        var start = System.nanoTime();
        socket.getOutputStream().write(asked);
        var status = line();
        var length = -1;
        var last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            last |= header.equalsIgnoreCase("connection: close");
        }
        var bytes = length >= 0 ? in.readNBytes(length) : chunks();
        var taken = System.nanoTime() - start;
        body = new String(bytes, UTF_8);
        if (last) {
            // A server hands out a hundred answers or so, and wants to be called again.
            socket.close();
            socket = connect(port);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        if (!status.contains(well)) {
            throw new IOException(
                    request.substring(0, request.indexOf(" HTTP")) + " was answered: " + status + "\n" + body);
        }
        return taken;
    }

    String body() {
        return body;
    }

    private byte[] chunks() throws IOException {
        var all = new java.io.ByteArrayOutputStream(1 << 17);
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("the connection ended");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
