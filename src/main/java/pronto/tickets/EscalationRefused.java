package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** Why a ticket cannot go to that team, or cannot come back from it. */
public final class EscalationRefused extends Refusal {

    private final String name;

    private EscalationRefused(String name, Kind kind, String field, Map<String, Object> arguments) {
        super(kind, field, arguments);
        this.name = name;
    }

    public static EscalationRefused sameTeam(String team) {
        return new EscalationRefused("escalation-same-team", Kind.INVALID, "team", Map.of("team", team));
    }

    public static EscalationRefused downwards(String team) {
        return new EscalationRefused("escalation-downwards", Kind.INVALID, "team", Map.of("team", team));
    }

    /** {@code able} names the teams that have the skill. */
    public static EscalationRefused withoutSkill(String team, String skill, String able) {
        return new EscalationRefused(
                "team-without-skill",
                Kind.INVALID,
                "team",
                Map.of("team", team, "skill", skill, "able", able.isEmpty() ? "none" : able));
    }

    public static EscalationRefused nothingToReturn(String code) {
        return new EscalationRefused("nothing-to-return", Kind.CONFLICT, "note", Map.of("code", code));
    }

    public static EscalationRefused teamGone(String team) {
        return new EscalationRefused("escalation-team-gone", Kind.CONFLICT, "note", Map.of("team", team));
    }

    public static EscalationRefused movedOn(String code) {
        return new EscalationRefused("escalation-moved-on", Kind.CONFLICT, "note", Map.of("code", code));
    }

    @Override
    public String name() {
        return name;
    }
}
