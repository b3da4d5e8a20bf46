package pronto.tickets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail for a test, told one part after the other: {@code Mail.from("marta@acme.test").saying("Help")}. */
public final class Mail {

    private static final AtomicInteger number = new AtomicInteger();

    private final String from;
    private String envelopeFrom;
    private String to = "support@pronto.test";
    private final List<String> headers = new ArrayList<>();
    private String subject = "Nothing is sent";
    private @Nullable String messageId;
    private String type = "text/plain; charset=utf-8";
    private String body;

    private Mail(String from, String address) {
        this.from = from;
        envelopeFrom = address;
        var turn = number.incrementAndGet();
        messageId = "<" + turn + ".mail@customer.test>";
        body = "Since two o'clock nothing is sent. This is message " + turn + ".";
    }

    public static Mail from(String address) {
        return new Mail(address, address);
    }

    public static Mail from(String name, String address) {
        return new Mail(name + " <" + address + ">", address);
    }

    public Mail about(String title) {
        subject = title;
        return this;
    }

    public Mail saying(String words) {
        body = words;
        return this;
    }

    public Mail html(String words) {
        type = "text/html; charset=utf-8";
        body = words;
        return this;
    }

    public Mail ofType(String contentType) {
        type = contentType;
        return this;
    }

    public Mail to(String address) {
        to = address;
        return this;
    }

    public Mail withId(@Nullable String id) {
        messageId = id;
        return this;
    }

    /** Its Message-ID, for a mail that has one. */
    public String id() {
        return Objects.requireNonNull(messageId);
    }

    public Mail answering(@Nullable String id) {
        return header("In-Reply-To: " + id).header("References: " + id);
    }

    public Mail copying(String... addresses) {
        return header("Cc: " + String.join(", ", addresses));
    }

    public Mail header(String line) {
        headers.add(line);
        return this;
    }

    /** Nobody sent it: an automatic mail's envelope. */
    public Mail ofNobody() {
        envelopeFrom = "";
        return this;
    }

    /** Its envelope names another sender than its header. */
    public Mail bouncingTo(String address) {
        envelopeFrom = address;
        return this;
    }

    /** What our own mail server found out about the sender. */
    public Mail dmarc(String verdict) {
        var domain = from.replaceAll(".*@|>", "");
        return header("Authentication-Results: mx.pronto.test; dmarc=" + verdict + " header.from=" + domain);
    }

    public String to() {
        return to;
    }

    public String envelopeFrom() {
        return envelopeFrom;
    }

    public byte[] raw() {
        var lines = new ArrayList<>(headers);
        lines.addAll(Arrays.asList(
                "From: " + from,
                "To: " + to,
                "Subject: " + subject,
                "Date: Mon, 23 Nov 2026 10:00:00 +0100",
                "MIME-Version: 1.0",
                "Content-Type: " + type));
        if (messageId != null) {
            lines.add("Message-ID: " + messageId);
        }
        return (String.join("\r\n", lines) + "\r\n\r\n" + body.replace("\n", "\r\n") + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
