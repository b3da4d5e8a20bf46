package pronto.tickets.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.tickets.Escalation;
import pronto.tickets.clocks.ClockKind;
import pronto.ui.api.OneOf;

/** How a ticket went from one team to another, as programs see it. */
record EscalationJson(
        String id,
        String from,
        String team,
        @OneOf(Escalation.Reason.class) String reason,
        @Nullable String skill,
        String note,
        @Nullable String tried,
        @Nullable String seen,
        @Nullable String reproduce,
        @OneOf(ClockKind.class) @Nullable String clock,
        @Nullable Integer percent,
        String by,
        Instant at) {

    static EscalationJson of(Escalation one, Staff staff) {
        var said = one.handOver();
        var mark = one.mark();
        return new EscalationJson(
                Long.toString(one.id()),
                staff.team(one.fromTeam()).map(Team::name).orElse(""),
                staff.team(one.toTeam()).map(Team::name).orElse(""),
                Spelling.of(said.reason()),
                said.skill(),
                said.note(),
                said.tried(),
                said.seen(),
                said.reproduce(),
                mark == null ? null : mark.clock(),
                mark == null ? null : mark.percent(),
                one.byName(),
                one.at());
    }
}
