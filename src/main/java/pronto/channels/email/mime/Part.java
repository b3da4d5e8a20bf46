package pronto.channels.email.mime;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a part says about itself. */
record Part(Header header, String type, Parameters contentType, Parameters disposition) {

    private static final Pattern KIND = Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("message/rfc822", ".eml"),
            Map.entry("message/delivery-status", ".txt"),
            Map.entry("message/disposition-notification", ".txt"),
            Map.entry("message/feedback-report", ".txt"),
            Map.entry("text/rfc822-headers", ".txt"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("text/csv", ".csv"),
            Map.entry("text/plain", ".txt"),
            Map.entry("text/html", ".html"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/jpg", ".jpg"),
            Map.entry("image/png", ".png"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/webp", ".webp"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/zip", ".zip"),
            Map.entry("application/pgp-signature", ".asc"),
            Map.entry("application/pkcs7-signature", ".p7s"));

    static Part of(Header header, @Nullable String type) {
        return new Part(
                header,
                type == null ? "text/plain" : plain(type.toLowerCase(Locale.ROOT)),
                Parameters.parse(header.first("content-type")),
                Parameters.parse(header.first("content-disposition")));
    }

    /** Only what may be a kind is one: it is kept, and named to whoever fetches the file. */
    private static String plain(String type) {
        var kind = KIND.matcher(type);
        return kind.lookingAt() ? kind.group() : "application/octet-stream";
    }

    /** Whether it is part of what the mail says, rather than a file that came with it. */
    boolean isSaid() {
        return (isHtml() || type.equals("text/plain"))
                && !disposition.value().startsWith("attachment")
                && givenName().isEmpty();
    }

    boolean isHtml() {
        return type.equals("text/html");
    }

    boolean isFlowed() {
        return "flowed".equalsIgnoreCase(contentType.get("format"));
    }

    boolean deletesSpace() {
        return "yes".equalsIgnoreCase(contentType.get("delsp"));
    }

    @Nullable String charset() {
        return contentType.get("charset");
    }

    @Nullable String contentId() {
        var id = MessageIds.first(header.first("content-id"));
        return id != null ? id : header.has("content-id") ? Clean.line(header.keyword("content-id")) : null;
    }

    /** The label it is offered under, made up from its kind where it has none. */
    String name() {
        var given = givenName();
        return given.isEmpty() ? type.substring(0, type.indexOf('/')) + ENDINGS.getOrDefault(type, ".bin") : given;
    }

    private String givenName() {
        var name = disposition.get("filename");
        name = name == null ? contentType.get("name") : name;
        return name == null ? "" : Clean.fileName(name);
    }
}
