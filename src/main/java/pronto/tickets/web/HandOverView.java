package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.tickets.Escalation;

/**
 * What the team before says to the one that has the ticket now, and what was said before that; {@code back} is the team
 * it can be returned to, and {@code mayUndo} while nobody has acted on it.
 */
public record HandOverView(
        Passage last, List<Passage> earlier, @Nullable String back, boolean mayUndo) {

    /** How it went on once. */
    public record Passage(
            String from,
            String to,
            String by,
            Instant at,
            String reason,
            Escalation.HandOver said,
            Escalation.@Nullable Mark mark) {

        static Passage of(Escalation one, String from, String to) {
            return new Passage(
                    from, to, one.byName(), one.at(), Spelling.of(one.handOver().reason()), one.handOver(), one.mark());
        }

        public @Nullable String skill() {
            return said.skill();
        }

        /** Of a mark nobody says anything; the mark does. */
        public String clock() {
            return mark == null ? "" : mark.clock();
        }

        public int percent() {
            return mark == null ? 0 : mark.percent();
        }
    }
}
