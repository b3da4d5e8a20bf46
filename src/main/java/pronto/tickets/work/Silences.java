package pronto.tickets.work;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.sla.Plans;
import pronto.sla.Silence;
import pronto.sla.SupportPlan;
import pronto.tickets.Ticket;

/** How long a ticket waits for a customer who says nothing, by their plan. */
@Component
class Silences {

    private final Customers customers;
    private final Plans plans;
    private final InstantSource time;

    Silences(Customers customers, Plans plans, InstantSource time) {
        this.customers = customers;
        this.plans = plans;
        this.time = time;
    }

    Silence of(Ticket ticket) {
        var plan = ticket.customer() == null
                ? null
                : customers.customer(ticket.customer()).map(Customer::plan).orElse(null);
        return plan == null
                ? Silence.STANDARD
                : plans.on(plan, time.instant()).map(SupportPlan::silence).orElse(Silence.STANDARD);
    }
}
