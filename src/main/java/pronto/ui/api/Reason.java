package pronto.ui.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.ui.Refusal;

/** Why a request failed: the name of the problem, its status, and what its sentence names. */
record Reason(String name, int status, @Nullable String field, Map<String, Object> arguments) {

    static Reason of(Refusal refusal) {
        return new Reason(refusal.name(), refusal.kind().status(), refusal.field(), refusal.arguments());
    }

    static Reason of(String name, int status) {
        return new Reason(name, status, null, Map.of());
    }

    static Reason field(String name, String field) {
        return new Reason(name, 422, field, Map.of("field", field));
    }
}
