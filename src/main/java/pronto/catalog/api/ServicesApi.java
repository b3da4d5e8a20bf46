package pronto.catalog.api;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pronto.catalog.Catalog;
import pronto.catalog.CatalogBook;
import pronto.catalog.PartKind;
import pronto.staff.Staff;

/** What we sell. */
@RestController
@RequestMapping("/api/v1/services")
class ServicesApi extends PartsApi {

    ServicesApi(Catalog catalog, CatalogBook book, Staff staff) {
        super(PartKind.SERVICE, catalog, book, staff);
    }
}
