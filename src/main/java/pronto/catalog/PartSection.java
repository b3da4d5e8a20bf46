package pronto.catalog;

/** A piece of a part's screen that a module above draws: it is fetched from a path of that module. */
public interface PartSection {

    /** Where it stands among the others. */
    int order();

    /** The word above it. */
    String title();

    String path(Part part);
}
