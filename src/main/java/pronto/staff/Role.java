package pronto.staff;

/** What somebody may do; each may what the ones before it may, but for the auditor, who reads everything and writes nothing. */
public enum Role {
    TECHNICIAN,
    LEAD,
    MANAGER,
    ADMINISTRATOR,
    AUDITOR
}
