package pronto.sla;

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
}
