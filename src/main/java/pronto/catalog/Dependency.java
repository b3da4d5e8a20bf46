package pronto.catalog;

/** How one part needs another. */
public enum Dependency {
    /** It fails when that one fails. */
    DEPENDS_ON("dependsOn"),
    /** It is there, and fails where that environment fails. */
    RUNS_ON("runsOn");

    private final String text;

    Dependency(String text) {
        this.text = text;
    }

    public static Dependency named(String text) {
        return text.equals(RUNS_ON.text) ? RUNS_ON : DEPENDS_ON;
    }

    public String text() {
        return text;
    }
}
