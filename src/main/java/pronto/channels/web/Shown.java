package pronto.channels.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/** What of the outbox is shown: one state or all, and to whom: an address, a domain, or everybody. */
public record Shown(Filter filter, String to) {

    static Shown read(@Nullable String state, @Nullable String to) {
        return new Shown(Filter.read(state), to == null ? "" : to.strip());
    }

    /** As it stands in an address. */
    public String query() {
        return with(filter);
    }

    /** The same people in another state. */
    public String with(Filter other) {
        return "state=" + other.spelled() + (to.isEmpty() ? "" : "&to=" + URLEncoder.encode(to, UTF_8));
    }
}
