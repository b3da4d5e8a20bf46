package pronto.customers.web;

import org.jspecify.annotations.Nullable;
import pronto.customers.Customer;
import pronto.ui.View;

/** The form of a platform: an empty one for a new platform. */
public record PlatformFormView(Customer customer, Customer.@Nullable Platform platform, String action, String back)
        implements View {}
