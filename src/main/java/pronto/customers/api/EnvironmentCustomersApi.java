package pronto.customers.api;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pronto.catalog.Catalog;
import pronto.catalog.PartKind;
import pronto.customers.Customers;

/** Whom a environment touches. */
@RestController
@RequestMapping("/api/v1/environments")
class EnvironmentCustomersApi extends TouchedApi {

    EnvironmentCustomersApi(Catalog catalog, Customers customers) {
        super(PartKind.ENVIRONMENT, catalog, customers);
    }
}
