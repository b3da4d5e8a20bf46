package pronto.tickets.web;

import java.util.List;
import java.util.stream.Stream;
import pronto.runtime.Spelling;
import pronto.tickets.Resolution;
import pronto.ui.View;

/** How a ticket was resolved, and what the customer is told. */
public record ResolveDialog(String code, List<Kind> kinds, List<String> guidelines) implements View {

    public record Kind(String value, String word) {

        static List<Kind> all() {
            return Stream.of(Resolution.Kind.values())
                    .map(kind -> new Kind(Spelling.of(kind), "tickets.kind." + kind.name()))
                    .toList();
        }

        /** Those that show nothing but themselves, and so may be said of several tickets at once. */
        static List<Kind> withoutEvidence() {
            return Stream.of(Resolution.Kind.ANSWER, Resolution.Kind.OTHER)
                    .map(kind -> new Kind(Spelling.of(kind), "tickets.kind." + kind.name()))
                    .toList();
        }
    }
}
