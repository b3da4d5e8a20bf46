package pronto.customers.api;

import static org.springframework.http.HttpStatus.NO_CONTENT;

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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerBook.Outcome;
import pronto.customers.Customers;
import pronto.customers.NotThere;
import pronto.timeline.Actor;
import pronto.ui.api.Cursor;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;

/** The people of a customer. */
@RestController
@RequestMapping("/api/v1/customers/{code}/contacts")
class ContactsApi {

    private final Customers customers;
    private final CustomerBook book;

    ContactsApi(Customers customers, CustomerBook book) {
        this.customers = customers;
        this.book = book;
    }

    @GetMapping
    Slice<ContactBody> list(@PathVariable String code, Paging paging) {
        var cursor = paging.cursor();
        var after = cursor == null ? null : cursor.number(0);
        var contacts = customers.contactsOf(customer(code).id(), after, paging.fetch());
        return paging.page(contacts, contact -> Cursor.at(contact.id()), ContactBody::of);
    }

    @PostMapping
    ResponseEntity<ContactBody> add(@PathVariable String code, @RequestBody ContactSaid said, Actor actor) {
        var customer = customer(code);
        return Answers.of(customer, book.addContact(customer.id(), said.fields(), actor), true);
    }

    @PutMapping
    ResponseEntity<ContactBody> put(
            @PathVariable String code,
            @RequestBody ContactSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var customer = customer(code);
        var written = book.putContact(customer.id(), said.fields(), Answers.seen(ifMatch), actor);
        return Answers.of(customer, written.contact(), written.outcome() == Outcome.ADDED);
    }

    @GetMapping("/{id}")
    ResponseEntity<ContactBody> show(@PathVariable String code, @PathVariable long id) {
        var customer = customer(code);
        return Answers.of(customer, contact(customer, id), false);
    }

    @PatchMapping("/{id}")
    ResponseEntity<ContactBody> change(
            @PathVariable String code,
            @PathVariable long id,
            @RequestBody ContactSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        var customer = customer(code);
        var contact = contact(customer, id);
        var changed = book.changeContact(contact.id(), said.fields(), Answers.seen(ifMatch), actor);
        return Answers.of(customer, changed, false);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(NO_CONTENT)
    void remove(
            @PathVariable String code,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        book.removeContact(contact(customer(code), id).id(), Answers.seen(ifMatch), actor);
    }

    private Customer customer(String code) {
        return customers.byCode(code).orElseThrow(() -> NotThere.customer(code));
    }

    /** A contact of another customer is not there. */
    private Contact contact(Customer customer, long id) {
        return customers
                .contact(id)
                .filter(contact -> contact.customer() == customer.id())
                .orElseThrow(() -> NotThere.contact(Long.toString(id)));
    }
}
