package pronto.sla.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.ui.Invalid;

/** The name in the body, where there is one, is that of the address: nothing is renamed by mistake. */
final class SameName {

    private SameName() {}

    static void check(String address, @Nullable String body) {
        if (body != null && !body.strip().equalsIgnoreCase(address.strip())) {
            throw new Invalid("name-differs", "name", Map.of("name", address));
        }
    }
}
