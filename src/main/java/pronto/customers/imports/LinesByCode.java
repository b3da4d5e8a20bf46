package pronto.customers.imports;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.customers.CustomerCode;
import pronto.ui.Invalid;
import pronto.ui.Refusal;

/** Where in a file each customer stands: which of two lines is meant, only its author knows. */
final class LinesByCode {

    private final Map<String, Long> lines = new HashMap<>();

    /** What is to be said where this customer stood in the file already. */
    @Nullable Refusal twice(CustomerRow row) {
        var code = row.cell("code");
        var earlier = code == null ? null : lines.putIfAbsent(CustomerCode.key(code), row.line());
        return earlier == null
                ? null
                : new Invalid("code-twice", "code", Map.of("code", code, "line", earlier.toString()));
    }
}
