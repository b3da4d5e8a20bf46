package pronto.customers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.Customer;
import pronto.ui.View;

/** The form of a customer: an empty one for a new customer. */
public record CustomerFormView(
        @Nullable Customer customer, String action, String back, List<String> plans, boolean held) implements View {

    static CustomerFormView ofNew(List<String> plans) {
        return new CustomerFormView(null, "/customers", "/customers", plans, false);
    }

    /** {@code held} is one that cannot be removed, and need not try. */
    static CustomerFormView of(Customer customer, List<String> plans, boolean held) {
        return new CustomerFormView(customer, Paths.of(customer), Paths.of(customer), plans, held);
    }

    public boolean speaks(String language) {
        return customer != null && language.equals(customer.language());
    }

    public @Nullable String domains() {
        return customer == null ? null : String.join("\n", customer.domains());
    }
}
