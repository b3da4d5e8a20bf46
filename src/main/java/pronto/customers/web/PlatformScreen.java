package pronto.customers.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.catalog.Catalog;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.Customers;
import pronto.customers.NotThere;
import pronto.customers.PlatformFields;
import pronto.customers.web.PlatformFormView.RunsOn;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.Reader;
import pronto.ui.Right;
import pronto.ui.View;
import pronto.ui.api.Given;

/** The platforms of a customer: to add, to change, to take away. */
@Controller
@Needs(Right.WORK)
@RequestMapping("/customers/{code}/platforms")
class PlatformScreen {

    private static final int CHOICES = 12;

    private final Customers customers;
    private final CustomerBook book;
    private final Catalog catalog;

    PlatformScreen(Customers customers, CustomerBook book, Catalog catalog) {
        this.customers = customers;
        this.book = book;
        this.catalog = catalog;
    }

    @GetMapping("/new")
    View blank(@PathVariable String code) {
        var path = Paths.of(customer(code));
        return new PlatformFormView(customer(code), null, path + "/platforms", path, List.of());
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
    View edit(@PathVariable String code, @PathVariable long id, Reader reader) {
        var customer = customer(code);
        var platform = platform(customer, id);
        var path = Paths.of(customer);
        return new PlatformFormView(
                customer, platform, path + "/platforms/" + id, path, runsOn(platform, reader.language()));
    }

    private List<RunsOn> runsOn(Customer.Platform platform, String language) {
        var parts = catalog.find(platform.runsOn());
        return platform.runsOn().stream()
                .flatMap(key -> Stream.ofNullable(parts.get(key)))
                .map(part -> new RunsOn(part.key(), part.name(language)))
                .toList();
    }

    /** What fits the letters typed so far. */
    @GetMapping("/{id}/parts")
    View parts(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String q,
            Reader reader) {
        var there = platform(customer(code), id).runsOn();
        return new PlatformParts(
                catalog.matching(new Catalog.Query(q, null, false, null, CHOICES + there.size())).stream()
                        .filter(part -> !there.contains(part.key()))
                        .limit(CHOICES)
                        .map(part -> new RunsOn(part.key(), part.name(reader.language())))
                        .toList());
    }

    /** Enter in the field means the key that was typed. */
    @PostMapping("/{id}/parts")
    View runOn(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String q,
            Actor me) {
        var runsOn = new ArrayList<>(platform(customer(code), id).runsOn());
        runsOn.add(Invalid.required(part.isBlank() ? q.strip() : part, "runsOn"));
        return ground(code, id, runsOn, me);
    }

    @PostMapping("/{id}/parts/removal")
    View runOnNoMore(@PathVariable String code, @PathVariable long id, @RequestParam String part, Actor me) {
        var runsOn = new ArrayList<>(platform(customer(code), id).runsOn());
        runsOn.remove(part);
        return ground(code, id, runsOn, me);
    }

    private View ground(String code, long id, List<String> runsOn, Actor me) {
        var fields = new PlatformFields(Given.absent(), Given.absent(), Given.absent(), Given.of(runsOn));
        var customer = book.changePlatform(customer(code).id(), id, fields, me);
        return Go.to(Paths.of(customer) + "/platforms/" + id);
    }

    private static Customer.Platform platform(Customer customer, long id) {
        return customer.platforms().stream()
                .filter(there -> there.id() == id)
                .findFirst()
                .orElseThrow(() -> NotThere.platform(Long.toString(id)));
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
                Given.of(name), Given.of(Typed.orNothing(url)), Given.of(Typed.orNothing(externalId)), Given.absent());
    }

    private Customer customer(String code) {
        return customers.byCode(code).orElseThrow(() -> NotThere.customer(code));
    }
}
