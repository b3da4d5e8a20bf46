package pronto.runtime.answers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was answered to the request with this hash. */
public record KeptAnswer(
        String requestHash, int status, @Nullable String contentType, Map<String, String> headers, byte[] body) {}
