package pronto.files;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in an object store the bytes lie: {@code s3://bucket/prefix?endpoint=https://…&region=…}. */
public record Bucket(String name, String prefix, @Nullable URI endpoint, String region) {

    private static final String ANY_REGION = "us-east-1";

    /** As it is written in the settings, if it can be read. */
    public static Optional<Bucket> parse(String written) {
        try {
            var address = URI.create(written);
            var asked = asked(address.getQuery());
            var prefix = address.getPath() == null ? "" : address.getPath().replaceAll("^/+|/+$", "");
            var endpoint = asked.remove("endpoint");
            var region = asked.remove("region");
            var readable = "s3".equals(address.getScheme())
                    && address.getAuthority() != null
                    && address.getAuthority().matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
                    && (endpoint == null || endpoint.matches("https?://[^/?#@]+/?"))
                    && asked.isEmpty();
            return readable
                    ? Optional.of(new Bucket(
                            address.getAuthority(),
                            prefix.isEmpty() ? "" : prefix + "/",
                            endpoint == null ? null : URI.create(endpoint),
                            region == null ? ANY_REGION : region))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> asked(@Nullable String query) {
        var asked = new HashMap<String, String>();
        for (var part : query == null ? new String[0] : query.split("&", -1)) {
            var equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(part);
            }
            asked.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return asked;
    }

    String key(FileId id) {
        return prefix + id.sha256().substring(0, 2) + "/" + id.sha256();
    }
}
