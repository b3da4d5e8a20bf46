package pronto.customers.api;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerBook.Outcome;
import pronto.customers.Customers;
import pronto.customers.NotThere;
import pronto.timeline.Actor;
import pronto.ui.api.Cursor;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;

/** Customers, for the programs that know them better. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomersApi {

    private final Customers customers;
    private final CustomerBook book;

    CustomersApi(Customers customers, CustomerBook book) {
        this.customers = customers;
        this.book = book;
    }

    @GetMapping
    Slice<CustomerBody> list(@RequestParam(defaultValue = "") String q, Paging paging) {
        return paging.page(find(q.strip(), paging), customer -> Cursor.at(customer.id()), CustomerBody::of);
    }

    private List<Customer> find(String words, Paging paging) {
        var cursor = paging.cursor();
        var after = cursor == null ? null : cursor.number(0);
        return words.isEmpty()
                ? customers.after(after, paging.fetch())
                : customers.startingWith(words, after, paging.fetch());
    }

    @PostMapping
    ResponseEntity<CustomerBody> add(@RequestBody CustomerSaid said, Actor actor) {
        return Answers.of(book.add(said.ownCode(), said.fields(), actor), true);
    }

    @GetMapping("/{code}")
    ResponseEntity<CustomerBody> show(@PathVariable String code) {
        return Answers.of(customer(code), false);
    }

    @PatchMapping("/{code}")
    ResponseEntity<CustomerBody> change(
            @PathVariable String code,
            @RequestBody CustomerSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var customer = customer(code);
        var fields = said.fieldsOf(customer.code());
        return Answers.of(book.change(customer.id(), fields, Answers.seen(ifMatch), actor), false);
    }

    @PutMapping("/by-code/{code}")
    ResponseEntity<CustomerBody> put(
            @PathVariable String code,
            @RequestBody CustomerSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var written = book.put(code, said.fieldsOf(code), Answers.seen(ifMatch), actor);
        return Answers.of(written.customer(), written.outcome() == Outcome.ADDED);
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(NO_CONTENT)
    void remove(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        book.remove(customer(code).id(), reason, Answers.seen(ifMatch), actor);
    }

    private Customer customer(String code) {
        return customers.byCode(code).orElseThrow(() -> NotThere.customer(code));
    }
}
