package pronto.customers;

import java.util.List;

/**
 * The customers whose platforms run on something of the catalog, directly or through whatever depends on it: how many,
 * of how many there are, and some of them by name, each with the platforms that are touched.
 */
public record Touched(long customers, long ofAll, List<TouchedCustomer> some) {

    /** One of them; {@code through} are the keys its platforms run on that lead to what was asked for. */
    public record TouchedCustomer(long id, String code, String name, List<String> platforms, List<String> through) {}
}
