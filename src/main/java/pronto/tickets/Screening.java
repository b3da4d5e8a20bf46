package pronto.tickets;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.sla.Impact;
import pronto.sla.Priority;
import pronto.ui.Invalid;

/** What somebody answered when they looked at a ticket first; {@code byHand} is the priority they set themselves. */
public record Screening(Impact impact, @Nullable ByHand byHand) {

    public static final int LONGEST_REASON = 500;

    /** A priority that a person set over the one that was computed, and why. */
    public record ByHand(Priority priority, String reason) {

        /** {@code field} is what the reason is called where it was typed. */
        public static ByHand of(Priority priority, @Nullable String reason, String field) {
            if (reason == null || reason.isBlank()) {
                throw new Invalid("override-without-reason", field);
            }
            if (reason.strip().length() > LONGEST_REASON) {
                throw new Invalid("text-too-long", field, Map.of("longest", LONGEST_REASON));
            }
            return new ByHand(priority, reason.strip());
        }
    }

    public static Screening of(Impact impact) {
        return new Screening(impact, null);
    }

    /** Refused by name for each component that there is not; which there are the catalog will say. */
    public static void components(@Nullable List<String> named) {
        if (named != null && !named.isEmpty()) {
            throw new Invalid("component-unknown", "components[0]", Map.of("component", named.getFirst()));
        }
    }
}
