package pronto.tickets;

/** The way a report or a message came. */
public enum Channel {
    EMAIL,
    PHONE,
    PORTAL,
    API,
    MONITOR
}
