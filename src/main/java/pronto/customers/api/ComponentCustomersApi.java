package pronto.customers.api;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pronto.catalog.Catalog;
import pronto.catalog.PartKind;
import pronto.customers.Customers;

/** Whom a component touches. */
@RestController
@RequestMapping("/api/v1/components")
class ComponentCustomersApi extends TouchedApi {

    ComponentCustomersApi(Catalog catalog, Customers customers) {
        super(PartKind.COMPONENT, catalog, customers);
    }
}
