package pronto.sla.hours;

/** Open without a break, in seconds since 1970; the end is the first second that is closed again. */
public record Stretch(long begin, long end) {}
