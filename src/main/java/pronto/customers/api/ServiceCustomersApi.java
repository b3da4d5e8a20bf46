package pronto.customers.api;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pronto.catalog.Catalog;
import pronto.catalog.PartKind;
import pronto.customers.Customers;

/** Whom a service touches. */
@RestController
@RequestMapping("/api/v1/services")
class ServiceCustomersApi extends TouchedApi {

    ServiceCustomersApi(Catalog catalog, Customers customers) {
        super(PartKind.SERVICE, catalog, customers);
    }
}
