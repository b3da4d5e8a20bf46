package pronto.ui.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API says when it says no (RFC 9457). {@code more} stands beside the other members. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        @JsonIgnore Map<String, Object> more) {

    static Problem named(String name, int status, String detail, @Nullable String field, Map<String, Object> more) {
        return new Problem("/problems/" + name, title(name), status, detail, field, more);
    }

    @JsonAnyGetter
    Map<String, Object> others() {
        return more;
    }

    /** The same for every occurrence of the type, as the standard wants it: {@code ticket-taken} is "Ticket taken". */
    private static String title(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }
}
