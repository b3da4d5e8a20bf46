package pronto.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a ticket went from one team to another, and what the next one must know. No customer ever sees it. */
public record Escalation(
        long id,
        long ticket,
        long fromTeam,
        @Nullable Long fromTechnician,
        long toTeam,
        @Nullable Long toTechnician,
        HandOver handOver,
        @Nullable Mark mark,
        boolean again,
        String byName,
        Instant at) {

    /** Why a ticket went on. */
    public enum Reason {
        CAUSE_NOT_FOUND,
        CANNOT_RESOLVE,
        NEEDS_SKILL,
        RETURNED,
        NOBODY_MOVED,
        /** Assigned to another team, with nothing said. */
        REASSIGNED;

        /** Whether somebody gives it when they hand a ticket up. */
        public boolean given() {
            return this == CAUSE_NOT_FOUND || this == CANNOT_RESOLVE || this == NEEDS_SKILL;
        }
    }

    /** What is handed over: a note, and the checklist of what was tried and seen and how it is reproduced. */
    public record HandOver(
            Reason reason,
            @Nullable String skill,
            String note,
            @Nullable String tried,
            @Nullable String seen,
            @Nullable String reproduce) {

        public static HandOver silent(Reason reason) {
            return new HandOver(reason, null, "", null, null, null);
        }
    }

    /** So much of this clock was used, in hundredths, and nobody had moved; {@code round} tells one from the next. */
    public record Mark(String clock, int round, int percent) {}

    public boolean returned() {
        return handOver.reason() == Reason.RETURNED;
    }

    /** Whether it lies where it lies because somebody, or a clock, handed it there; not because it was assigned. */
    public boolean handedOver() {
        return handOver.reason() != Reason.REASSIGNED;
    }
}
