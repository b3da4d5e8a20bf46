package pronto.sla;

import java.util.Map;
import java.util.stream.Stream;
import pronto.ui.Invalid;

/** How urgent a thing is, the most urgent first; what nobody has screened has none. */
public enum Priority {
    P1,
    P2,
    P3,
    P4;

    public boolean above(Priority other) {
        return compareTo(other) < 0;
    }

    /** The word of what it means: critical, high, medium, low. */
    public String word() {
        return "sla.priority." + name();
    }

    public static Priority read(String name, String field) {
        return Stream.of(values())
                .filter(priority -> priority.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("not-a-choice", field, Map.of("choices", "P1, P2, P3, P4")));
    }
}
