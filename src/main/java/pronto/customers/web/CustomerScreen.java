package pronto.customers.web;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerPlans;
import pronto.customers.CustomerSection;
import pronto.customers.Customers;
import pronto.customers.NotThere;
import pronto.sla.Plans;
import pronto.staff.Me;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.View;

/** One customer: to look at, to make, to change. */
@Controller
class CustomerScreen {

    private static final int CONTACTS = 200;
    private static final int ENTRIES = 10;

    private final Customers customers;
    private final CustomerBook book;
    private final Timeline timeline;
    private final CustomerPlans periods;
    private final Plans plans;
    private final InstantSource time;
    private final ObjectProvider<CustomerSection> sections;

    CustomerScreen(
            Customers customers,
            CustomerBook book,
            Timeline timeline,
            CustomerPlans periods,
            Plans plans,
            InstantSource time,
            ObjectProvider<CustomerSection> sections) {
        this.customers = customers;
        this.book = book;
        this.timeline = timeline;
        this.periods = periods;
        this.plans = plans;
        this.time = time;
        this.sections = sections;
    }

    @GetMapping("/customers/new")
    @Needs(Right.WORK)
    View blank() {
        return CustomerFormView.ofNew(planNames());
    }

    @PostMapping("/customers")
    View add(@ModelAttribute CustomerForm form, Actor me) {
        return Go.to(Paths.of(book.add(form.code(), form.fields(), me)));
    }

    @GetMapping("/customers/{code}")
    View show(@PathVariable String code, Me me) {
        var customer = customer(code);
        var added = sections.stream()
                .sorted(Comparator.comparingInt(CustomerSection::order))
                .map(section -> new CustomerView.Section(section.title(), section.path(customer)))
                .toList();
        return new CustomerView(details(customer, me), added);
    }

    @GetMapping("/customers/{code}/details")
    View part(@PathVariable String code, Me me) {
        return details(customer(code), me);
    }

    @GetMapping("/customers/{code}/edit")
    @Needs(Right.WORK)
    View edit(@PathVariable String code) {
        var customer = customer(code);
        return CustomerFormView.of(
                customer, planNames(), sections.stream().anyMatch(section -> section.holds(customer)));
    }

    @PostMapping("/customers/{code}")
    View change(@PathVariable String code, @ModelAttribute CustomerForm form, Actor me) {
        var changed = book.change(customer(code).id(), form.fields(), Typed.seen(form.version()), me);
        return Go.to(Paths.of(changed));
    }

    /** Only one without tickets can go; whoever has some is refused by name. */
    @PostMapping("/customers/{code}/removal")
    View remove(@PathVariable String code, @RequestParam(defaultValue = "") String reason, Actor me) {
        var customer = customer(code);
        book.remove(customer.id(), Invalid.required(reason, "reason"), CustomerBook.ANY, me);
        return Go.to("/customers");
    }

    private CustomerDetails details(Customer customer, Me me) {
        var contacts = customers.contactsOf(customer.id(), CONTACTS + 1);
        return new CustomerDetails(
                customer,
                Paths.of(customer),
                plan(customer),
                contacts.subList(0, Math.min(CONTACTS, contacts.size())),
                contacts.size() > CONTACTS,
                timeline.of(new Subject("customer", customer.id()), null, ENTRIES),
                me.may(Right.WORK));
    }

    private PlanShown plan(Customer customer) {
        var plan = customer.plan();
        return PlanShown.of(
                plan, plan != null && plans.current(plan).isPresent(), periods.of(customer.id()), time.instant());
    }

    private List<String> planNames() {
        return plans.all().stream().map(version -> version.plan().name()).toList();
    }

    private Customer customer(String code) {
        return customers.byCode(code).orElseThrow(() -> NotThere.customer(code));
    }
}
