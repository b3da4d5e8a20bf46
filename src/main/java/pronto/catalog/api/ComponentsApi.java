package pronto.catalog.api;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pronto.catalog.Catalog;
import pronto.catalog.CatalogBook;
import pronto.catalog.PartKind;
import pronto.staff.Staff;

/** What the services are built of. */
@RestController
@RequestMapping("/api/v1/components")
class ComponentsApi extends PartsApi {

    ComponentsApi(Catalog catalog, CatalogBook book, Staff staff) {
        super(PartKind.COMPONENT, catalog, book, staff);
    }
}
