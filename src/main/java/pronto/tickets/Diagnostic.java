package pronto.tickets;

/** Something that helps us to see what the customer sees. */
public enum Diagnostic {
    STEPS,
    TIME,
    BROWSER,
    SCREENSHOT,
    ERROR_TEXT,
    HAR,
    MAIL_HEADERS,
    ACCOUNT
}
