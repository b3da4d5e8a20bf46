package pronto.tickets.web;

import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.customers.Customer;
import pronto.customers.CustomerSection;
import pronto.customers.Customers;
import pronto.staff.Technician;
import pronto.tickets.work.Lanes;
import pronto.ui.NotFound;
import pronto.ui.View;

/** The tickets on a customer's own screen: what one looks for first when they call. */
@Controller
class TicketsOfCustomer implements CustomerSection {

    private static final int FEW = 12;
    private static final int MANY = 200;

    private final Customers customers;
    private final Lanes lanes;
    private final InstantSource time;

    TicketsOfCustomer(Customers customers, Lanes lanes, InstantSource time) {
        this.customers = customers;
        this.lanes = lanes;
        this.time = time;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return "tickets.ofCustomer";
    }

    @Override
    public String path(Customer customer) {
        return "/customers/" + QueueViews.encoded(customer.code()).replace("+", "%20") + "/tickets";
    }

    @Override
    public boolean holds(Customer customer) {
        return !lanes.ofCustomer(customer.id(), 1).isEmpty();
    }

    @GetMapping("/customers/{code}/tickets")
    View show(@PathVariable String code, @RequestParam(defaultValue = "false") boolean all, Technician me) {
        var customer = customers.byCode(code).orElseThrow(NotFound::new);
        var most = all ? MANY : FEW;
        var lines = lanes.ofCustomer(customer.id(), most + 1);
        var more = lines.size() > most;
        return new CustomerTickets(
                path(customer) + (all ? "?all=true" : ""),
                lines.subList(0, Math.min(most, lines.size())).stream()
                        .map(line -> QueueRow.of(line, Lane.ALL, false, me.language(), time.instant())
                                .ofPerson(line.reporter()))
                        .toList(),
                more && !all ? path(customer) + "?all=true" : null,
                more && all);
    }
}
