package pronto.customers.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.Customers;
import pronto.customers.NotThere;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;

/** The people of a customer: to add, to change, to take away. */
@Controller
@Needs(Right.WORK)
@RequestMapping("/customers/{code}/contacts")
class ContactScreen {

    private final Customers customers;
    private final CustomerBook book;

    ContactScreen(Customers customers, CustomerBook book) {
        this.customers = customers;
        this.book = book;
    }

    @GetMapping("/new")
    View blank(@PathVariable String code) {
        return ContactFormView.ofNew(customer(code));
    }

    @PostMapping
    View add(@PathVariable String code, @ModelAttribute ContactForm form, Actor me) {
        var customer = customer(code);
        book.addContact(customer.id(), form.fields(), me);
        return Go.to(Paths.of(customer));
    }

    @GetMapping("/{id}")
    View edit(@PathVariable String code, @PathVariable long id) {
        var customer = customer(code);
        return ContactFormView.of(customer, contact(customer, id));
    }

    @PostMapping("/{id}")
    View change(@PathVariable String code, @PathVariable long id, @ModelAttribute ContactForm form, Actor me) {
        var customer = customer(code);
        book.changeContact(contact(customer, id).id(), form.fields(), Typed.seen(form.version()), me);
        return Go.to(Paths.of(customer));
    }

    @PostMapping("/{id}/removal")
    View remove(@PathVariable String code, @PathVariable long id, Actor me) {
        var customer = customer(code);
        book.removeContact(contact(customer, id).id(), CustomerBook.ANY, me);
        return Go.to(Paths.of(customer));
    }

    private Customer customer(String code) {
        return customers.byCode(code).orElseThrow(() -> NotThere.customer(code));
    }

    private Contact contact(Customer customer, long id) {
        return customers
                .contact(id)
                .filter(contact -> contact.customer() == customer.id())
                .orElseThrow(() -> NotThere.contact(Long.toString(id)));
    }
}
