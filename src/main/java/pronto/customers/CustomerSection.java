package pronto.customers;

/** A part of a customer's screen that a module above draws: it is fetched from a path of that module. */
public interface CustomerSection {

    /** Where it stands among the others. */
    int order();

    /** The word above it. */
    String title();

    String path(Customer customer);
}
