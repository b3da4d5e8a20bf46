package pronto.customers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.Customer;
import pronto.ui.View;

/** The form of a platform: an empty one for a new platform; of one that is there, with what it runs on. */
public record PlatformFormView(
        Customer customer, Customer.@Nullable Platform platform, String action, String back, List<RunsOn> runsOn)
        implements View {

    /** A part of the catalog: its key and what it is called. */
    public record RunsOn(String key, String name) {}
}
