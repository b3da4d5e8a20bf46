package pronto.channels;

/** Mail that no person wrote to us; none of it is ever answered. */
public enum Automatic {
    BOUNCE,
    AUTO_REPLY,
    FEEDBACK_REPORT,
    LIST
}
