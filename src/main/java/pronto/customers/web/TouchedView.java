package pronto.customers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.Touched.TouchedCustomer;
import pronto.ui.View;

/** The customers whose platforms run on a part of the catalog, or on what depends on it. */
public record TouchedView(
        String path,
        String part,
        long customers,
        long ofAll,
        List<Line> lines,
        @Nullable Long next) implements View {

    /** One of them, with what of theirs is touched and through what. */
    public record Line(String path, TouchedCustomer customer) {}

    static List<Line> lines(List<TouchedCustomer> customers) {
        return customers.stream()
                .map(customer -> new Line(Paths.ofCode(customer.code()), customer))
                .toList();
    }
}
