package pronto.ui;

/** One thing that somebody may be allowed to do. Which role and which token has which is decided in one place, in {@code staff}. */
public enum Right {
    /** Look after oneself: preferences, password, sessions. */
    SELF,
    /** See everything the console shows. */
    READ,
    /** Act on tickets, customers and mail. */
    WORK,
    /** Arrange the work of others: teams, canned answers. */
    LEAD,
    /** Bring in customers from files. */
    IMPORT,
    /** Read the record of who did what. */
    AUDIT,
    /** Change the staff, their roles, and tokens. */
    ADMINISTER,
    /** Push telephone calls. */
    CTI,
    /** Push alarms and other machine reports. */
    INBOUND,
    /** Provision people from a directory. */
    SCIM
}
