package pronto.customers.api;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pronto.catalog.Catalog;
import pronto.catalog.NoSuchPart;
import pronto.catalog.PartKind;
import pronto.customers.Customers;
import pronto.customers.Touched.TouchedCustomer;
import pronto.ui.api.Cursor;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;

/** The customers that a part of the catalog touches. */
abstract class TouchedApi {

    record TouchedBody(String code, String name, List<String> platforms, List<String> through) {

        static TouchedBody of(TouchedCustomer customer) {
            return new TouchedBody(customer.code(), customer.name(), customer.platforms(), customer.through());
        }
    }

    private final PartKind kind;
    private final Catalog catalog;
    private final Customers customers;

    TouchedApi(PartKind kind, Catalog catalog, Customers customers) {
        this.kind = kind;
        this.catalog = catalog;
        this.customers = customers;
    }

    @GetMapping("/{key}/customers")
    Slice<TouchedBody> customers(@PathVariable String key, Paging paging) {
        var part = catalog.find(key).filter(there -> there.kind() == kind).orElseThrow(() -> NoSuchPart.searched(key));
        var cursor = paging.cursor();
        var touched =
                customers.dependingOn(List.of(part.key()), cursor == null ? null : cursor.number(0), paging.fetch());
        return paging.page(touched.some(), customer -> Cursor.at(customer.id()), TouchedBody::of);
    }
}
