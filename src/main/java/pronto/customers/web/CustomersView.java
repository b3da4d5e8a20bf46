package pronto.customers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.Customer;
import pronto.ui.View;

/** The customers by name, or those that fit some words. */
public record CustomersView(
        String words, List<Line> lines, @Nullable Long next, boolean mayWrite, boolean mayImport) implements View {

    /** One customer in the list. */
    public record Line(String path, Customer customer) {}

    static List<Line> lines(List<Customer> customers) {
        return customers.stream()
                .map(customer -> new Line(Paths.of(customer), customer))
                .toList();
    }
}
