package pronto.sla;

import java.time.Instant;

/** What changed in what was promised: every clock under it may be due at another time. */
public sealed interface SlaEvent {

    /** Working hours were corrected. */
    record CalendarChanged(String calendar) implements SlaEvent {}

    /** A plan promises something else from this moment on, or has come to be. */
    record PlanChanged(String plan, Instant from) implements SlaEvent {}
}
