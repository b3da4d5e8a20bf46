package pronto.tickets.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.sla.Impact;
import pronto.sla.Impact.Factor;
import pronto.sla.Impact.Reach;
import pronto.sla.Priority;
import pronto.tickets.Screening.ByHand;

/** A ticket's screening that counts, and what was computed from it, as they lie in the database. */
record Kept(
        long ticket,
        String code,
        String subject,
        Impact answered,
        Reach counted,
        @Nullable ByHand byHand,
        String by,
        Instant at,
        Priority priority,
        Priority computed,
        long version) {

    static final String COLUMNS = """
            select t.id, t.code, t.subject, t.priority, t.reach_counted, t.priority_computed, t.priority_version,
                   s.severity, s.core_impact, s.reach, s.degradation, s.workaround,
                   s.override_priority, s.override_reason, s.by_name, s.at
              from tickets.ticket t join tickets.screening s on s.id = t.screening_id
            """;

    /** What counts: of the reach that was answered and the one that was counted the larger. */
    Impact impact() {
        return answered.reaching(counted);
    }

    Priority after(Priority computed) {
        return byHand == null ? computed : byHand.priority();
    }

    static Kept of(ResultSet row, int number) throws SQLException {
        var hand = row.getString("override_priority");
        return new Kept(
                row.getLong("id"),
                row.getString("code"),
                row.getString("subject"),
                impact(row),
                Spelling.read(Reach.class, row.getString("reach_counted")),
                hand == null ? null : new ByHand(Priority.valueOf(hand), row.getString("override_reason")),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Priority.valueOf(row.getString("priority")),
                Priority.valueOf(row.getString("priority_computed")),
                row.getLong("priority_version"));
    }

    private static Impact impact(ResultSet row) throws SQLException {
        Map<Factor, String> answers = new EnumMap<>(Factor.class);
        answers.put(Factor.SEVERITY, row.getString("severity"));
        answers.put(Factor.CORE_IMPACT, row.getString("core_impact"));
        answers.put(Factor.REACH, row.getString("reach"));
        answers.put(Factor.DEGRADATION, row.getString("degradation"));
        answers.put(Factor.WORKAROUND, row.getString("workaround"));
        return Impact.read(answers, "missing");
    }
}
