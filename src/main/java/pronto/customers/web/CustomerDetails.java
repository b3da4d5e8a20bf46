package pronto.customers.web;

import java.util.List;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.customers.recognition.PhoneNumbers;
import pronto.timeline.Entry;
import pronto.ui.View;

/** What we know of a customer: plan, domains, platforms, people, and what happened to all that. */
public record CustomerDetails(
        Customer customer,
        String path,
        PlanShown plan,
        List<Contact> contacts,
        boolean moreContacts,
        List<Entry> history,
        boolean mayWrite)
        implements View {

    public String readable(String phone) {
        return PhoneNumbers.readable(phone);
    }
}
