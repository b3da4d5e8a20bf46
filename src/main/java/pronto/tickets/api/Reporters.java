package pronto.tickets.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.channels.Trust;
import pronto.customers.Contact;
import pronto.customers.Customers;
import pronto.customers.Recognition;
import pronto.tickets.CustomerUnknown;
import pronto.tickets.Desk;
import pronto.tickets.NotAnAddress;
import pronto.tickets.RecipientIsOurs;
import pronto.tickets.Ticket;
import pronto.ui.Invalid;

/** Finds out whom a program means by {@code from}. */
@Component
class Reporters {

    record Found(Ticket.Reporter reporter, Recognition recognition) {}

    private final Customers customers;
    private final Desk desk;

    Reporters(Customers customers, Desk desk) {
        this.customers = customers;
        this.desk = desk;
    }

    Found find(ReportJson.@Nullable FromJson from) {
        if (from == null) {
            throw Invalid.missing("from");
        }
        if (from.contactId() != null) {
            return byContact(from.contactId());
        }
        if (from.email() != null) {
            return byAddress(from, from.email());
        }
        if (from.customerCode() != null) {
            return byCode(from, from.customerCode());
        }
        if (from.phone() != null) {
            var known = customers.recogniseCaller(from.phone());
            return new Found(new Ticket.Reporter(name(from, known.contact()), null, from.phone()), known);
        }
        throw Invalid.missing("from.email");
    }

    private Found byContact(String id) {
        var contact = number(id).flatMap(customers::contact).orElseThrow(() -> new CustomerUnknown("from.contactId"));
        var known = new Recognition(
                Recognition.How.MANUAL,
                Trust.UNVERIFIED,
                customers.customer(contact.customer()).orElse(null),
                contact);
        return new Found(new Ticket.Reporter(contact.name(), first(contact.emails()), first(contact.phones())), known);
    }

    private Found byAddress(ReportJson.FromJson from, String typed) {
        var address = EmailAddress.parse(typed)
                .orElseThrow(() -> new NotAnAddress("from.email", typed))
                .toString();
        if (desk.ours(address)) {
            throw new RecipientIsOurs("from.email", address);
        }
        var known = customers.recognise(address, Trust.UNVERIFIED);
        return new Found(new Ticket.Reporter(name(from, known.contact()), address, from.phone()), known);
    }

    private Found byCode(ReportJson.FromJson from, String code) {
        var customer = customers.byCode(code).orElseThrow(() -> new CustomerUnknown("from.customerCode"));
        return new Found(
                new Ticket.Reporter(from.name(), null, from.phone()),
                new Recognition(Recognition.How.CUSTOMER_CODE, Trust.UNVERIFIED, customer, null));
    }

    private static @Nullable String name(ReportJson.FromJson from, @Nullable Contact contact) {
        return from.name() != null ? from.name() : contact == null ? null : contact.name();
    }

    private static @Nullable String first(List<String> some) {
        return some.isEmpty() ? null : some.getFirst();
    }

    static Optional<Long> number(String id) {
        return id.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }
}
