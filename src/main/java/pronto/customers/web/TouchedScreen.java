package pronto.customers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.catalog.Catalog;
import pronto.catalog.NoSuchPart;
import pronto.catalog.Part;
import pronto.catalog.PartSection;
import pronto.customers.Customers;
import pronto.ui.View;

/** Whom a part of the catalog touches: a piece of that part's screen. */
@Controller
class TouchedScreen implements PartSection {

    private static final int LINES = 50;

    private final Customers customers;
    private final Catalog catalog;

    TouchedScreen(Customers customers, Catalog catalog) {
        this.customers = customers;
        this.catalog = catalog;
    }

    @GetMapping("/catalog/{key}/customers")
    View show(@PathVariable String key, @RequestParam(required = false) @Nullable Long after) {
        var part = catalog.find(key).orElseThrow(() -> NoSuchPart.searched(key));
        var touched = customers.dependingOn(List.of(part.key()), after, LINES + 1);
        var shown = touched.some().subList(0, Math.min(LINES, touched.some().size()));
        return new TouchedView(
                path(part),
                part.key(),
                touched.customers(),
                touched.ofAll(),
                TouchedView.lines(shown),
                touched.some().size() > LINES ? shown.getLast().id() : null);
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return "customers.touched";
    }

    @Override
    public String path(Part part) {
        return "/catalog/" + part.key() + "/customers";
    }
}
