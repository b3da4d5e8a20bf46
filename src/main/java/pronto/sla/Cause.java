package pronto.sla;

/** Why a clock started, changed, paused or stopped; said by the word {@code sla.cause.<name>}. */
public enum Cause {
    OPENED,
    CUSTOMER_KNOWN,
    PICKED_UP,
    GIVEN_BACK,
    WRITTEN,
    CUSTOMER_HAS_IT,
    CUSTOMER_ANSWERED,
    BACK_IN_WORK,
    PRIORITY,
    PLAN,
    PROMISED,
    CALENDAR,
    CORRECTED,
    RESOLVED,
    CLOSED,
    REOPENED,
    MERGED,
    SPAM,
    PAUSE,
    START
}
