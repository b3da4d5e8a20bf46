package pronto.customers.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.Customers;
import pronto.customers.NotThere;
import pronto.customers.PlatformFields;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;
import pronto.ui.api.Given;

/** The platforms of a customer: to add, to change, to take away. */
@Controller
@Needs(Right.WORK)
@RequestMapping("/customers/{code}/platforms")
class PlatformScreen {

    private final Customers customers;
    private final CustomerBook book;

    PlatformScreen(Customers customers, CustomerBook book) {
        this.customers = customers;
        this.book = book;
    }

    @GetMapping("/new")
    View blank(@PathVariable String code) {
        var path = Paths.of(customer(code));
        return new PlatformFormView(customer(code), null, path + "/platforms", path);
    }

    @PostMapping
    View add(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String externalId,
            Actor me) {
        book.putPlatform(customer(code).id(), fields(name, url, externalId), CustomerBook.ANY, me);
        return Go.to(Paths.of(customer(code)));
    }

    @GetMapping("/{id}")
    View edit(@PathVariable String code, @PathVariable long id) {
        var customer = customer(code);
        var platform = customer.platforms().stream()
                .filter(there -> there.id() == id)
                .findFirst()
                .orElseThrow(() -> NotThere.platform(Long.toString(id)));
        var path = Paths.of(customer);
        return new PlatformFormView(customer, platform, path + "/platforms/" + id, path);
    }

    @PostMapping("/{id}")
    View change(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String externalId,
            Actor me) {
        book.changePlatform(customer(code).id(), id, fields(name, url, externalId), me);
        return Go.to(Paths.of(customer(code)));
    }

    @PostMapping("/{id}/removal")
    View remove(@PathVariable String code, @PathVariable long id, Actor me) {
        book.removePlatform(customer(code).id(), id, CustomerBook.ANY, me);
        return Go.to(Paths.of(customer(code)));
    }

    private static PlatformFields fields(String name, String url, String externalId) {
        return new PlatformFields(
                Given.of(name), Given.of(Typed.orNothing(url)), Given.of(Typed.orNothing(externalId)));
    }

    private Customer customer(String code) {
        return customers.byCode(code).orElseThrow(() -> NotThere.customer(code));
    }
}
