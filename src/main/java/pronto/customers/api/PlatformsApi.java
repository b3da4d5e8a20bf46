package pronto.customers.api;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerBook.Outcome;
import pronto.customers.Customers;
import pronto.customers.NotThere;
import pronto.timeline.Actor;
import pronto.ui.api.Slice;

/** The instances of the service that a customer uses. */
@RestController
@RequestMapping("/api/v1/customers/{code}/platforms")
class PlatformsApi {

    private final Customers customers;
    private final CustomerBook book;

    PlatformsApi(Customers customers, CustomerBook book) {
        this.customers = customers;
        this.book = book;
    }

    @GetMapping
    Slice<PlatformBody> list(@PathVariable String code) {
        return Slice.whole(
                customer(code).platforms().stream().map(PlatformBody::of).toList());
    }

    @PutMapping
    ResponseEntity<CustomerBody> put(
            @PathVariable String code,
            @RequestBody CustomerSaid.PlatformSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var written = book.putPlatform(customer(code).id(), said.fields(), Answers.seen(ifMatch), actor);
        return Answers.of(written.customer(), written.outcome() == Outcome.ADDED);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(NO_CONTENT)
    void remove(
            @PathVariable String code,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        book.removePlatform(customer(code).id(), id, Answers.seen(ifMatch), actor);
    }

    private Customer customer(String code) {
        return customers.byCode(code).orElseThrow(() -> NotThere.customer(code));
    }
}
