package pronto.ui.api;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import pronto.ui.Hash;

/** The version of a thing as {@code ETag} and {@code If-Match} name it. */
public record Version(String tag) {

    public static Version of(long number) {
        return new Version("\"" + number + "\"");
    }

    /** For what has no number of its own: a hash of all that is shown. */
    public static Version of(byte[] shown) {
        var hash = Hash.sha256(shown);
        return new Version("\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"");
    }

    /** Refuses where the sender said which version it saw, and this is not it. Ask with the row locked. */
    public void check(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return;
        }
        if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag::equals)) {
            throw new Changed();
        }
    }
}
