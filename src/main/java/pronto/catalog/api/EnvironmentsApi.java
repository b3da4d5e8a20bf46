package pronto.catalog.api;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pronto.catalog.Catalog;
import pronto.catalog.CatalogBook;
import pronto.catalog.PartKind;
import pronto.staff.Staff;

/** Where that runs. */
@RestController
@RequestMapping("/api/v1/environments")
class EnvironmentsApi extends PartsApi {

    EnvironmentsApi(Catalog catalog, CatalogBook book, Staff staff) {
        super(PartKind.ENVIRONMENT, catalog, book, staff);
    }
}
