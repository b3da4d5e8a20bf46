package pronto.customers;

/** A part of a customer's screen that a module above draws: it is fetched from a path of that module. */
public interface CustomerSection {

    /** Where it stands among the others. */
    int order();

    /** The word above it. */
    String title();

    String path(Customer customer);

    /** Whether something stands there without which the customer cannot be removed. */
    boolean holds(Customer customer);
}
