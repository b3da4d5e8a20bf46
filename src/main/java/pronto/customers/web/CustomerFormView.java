package pronto.customers.web;

import org.jspecify.annotations.Nullable;
import pronto.customers.Customer;
import pronto.ui.View;

/** The form of a customer: an empty one for a new customer. */
public record CustomerFormView(@Nullable Customer customer, String action, String back, boolean held) implements View {

    static CustomerFormView ofNew() {
        return new CustomerFormView(null, "/customers", "/customers", false);
    }

    /** {@code held} is one that cannot be removed, and need not try. */
    static CustomerFormView of(Customer customer, boolean held) {
        return new CustomerFormView(customer, Paths.of(customer), Paths.of(customer), held);
    }

    public boolean speaks(String language) {
        return customer != null && language.equals(customer.language());
    }

    public @Nullable String domains() {
        return customer == null ? null : String.join("\n", customer.domains());
    }
}
