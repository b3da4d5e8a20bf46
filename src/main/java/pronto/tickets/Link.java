package pronto.tickets;

/** Another ticket that this one has to do with. */
public record Link(Kind kind, String code) {

    public enum Kind {
        MERGED_INTO,
        MERGED,
        SPLIT_FROM,
        SPLIT,
        CONTINUES,
        RELATED,
        CLAIMS
    }
}
