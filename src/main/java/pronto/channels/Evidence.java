package pronto.channels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about who sent a mail, kept as it was found. {@code server} is the one of ours that looked, null
 * where Pronto did so itself.
 */
public record Evidence(@Nullable String server, Check spf, List<Check> dkim, Check dmarc) {

    /** One question and its answer: about which domain, and a keyword why; for SPF the server that sent it. */
    public record Check(
            Result result,
            @Nullable String domain,
            @Nullable String why) {

        public static final Check NONE = new Check(Result.NONE, null, null);
    }

    /** As RFC 8601 calls them. */
    public enum Result {
        PASS,
        FAIL,
        SOFTFAIL,
        NEUTRAL,
        NONE,
        TEMPERROR,
        PERMERROR
    }

    /** Nothing was asked, or nothing could be. */
    public static final Evidence NONE = new Evidence(null, Check.NONE, List.of(), Check.NONE);

    /** Only DMARC speaks of the sender that people see. */
    public Trust trust() {
        return switch (dmarc.result()) {
            case PASS -> Trust.VERIFIED;
            case FAIL -> Trust.FAILED;
            case SOFTFAIL, NEUTRAL, NONE, TEMPERROR, PERMERROR -> Trust.UNVERIFIED;
        };
    }
}
