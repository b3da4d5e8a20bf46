package pronto.customers.book;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.channels.Trust;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.customers.Recognition;
import pronto.customers.recognition.PhoneNumbers;

/** Knows whoever writes or calls again: by their address, by its domain, by their number. */
@Component
class Recognising {

    private final JdbcClient db;
    private final CustomerRows rows;

    Recognising(JdbcClient db, CustomerRows rows) {
        this.db = db;
        this.rows = rows;
    }

    Recognition sender(String address) {
        return Objects.requireNonNull(senders(List.of(address)).get(address));
    }

    Map<String, Recognition> senders(Collection<String> addresses) {
        var senders = new HashMap<String, EmailAddress>();
        addresses.forEach(address -> EmailAddress.parse(address).ifPresent(sender -> senders.put(address, sender)));
        var contacts = contactsByAddress(senders.values());
        var customers = customersOf(contacts.values());
        var owners = ofDomains(senders.values().stream()
                .filter(sender -> !contacts.containsKey(sender.toString()))
                .map(sender -> sender.domain().name())
                .toList());
        var known = new HashMap<String, Recognition>();
        for (var address : addresses) {
            var sender = senders.get(address);
            var contact = sender == null ? null : contacts.get(sender.toString());
            var owner = sender == null ? null : owners.get(sender.domain().name());
            known.put(address, recognised(contact, contact == null ? owner : customers.get(contact.customer())));
        }
        return known;
    }

    private static Recognition recognised(@Nullable Contact contact, @Nullable Customer customer) {
        if (contact == null && customer == null) {
            return Recognition.ofNobody(Trust.UNVERIFIED);
        }
        return new Recognition(
                contact == null ? Recognition.How.DOMAIN : Recognition.How.ADDRESS,
                Trust.UNVERIFIED,
                customer,
                contact);
    }

    private Map<String, Contact> contactsByAddress(Collection<EmailAddress> addresses) {
        var found = new HashMap<String, Contact>();
        if (!addresses.isEmpty()) {
            db.sql(CustomerRows.CONTACT + """
                     where p.id in (select e.contact_id from customers.contact_email e where e.address = any(:addresses))
                    """)
                    .param(
                            "addresses",
                            addresses.stream().map(EmailAddress::toString).toArray(String[]::new))
                    .query(rows::contact)
                    .list()
                    .forEach(contact -> contact.emails().forEach(address -> found.put(address, contact)));
        }
        return found;
    }

    private Map<Long, Customer> customersOf(Collection<Contact> contacts) {
        if (contacts.isEmpty()) {
            return Map.of();
        }
        return db
                .sql(CustomerRows.CUSTOMER + "where c.id = any(:ids)")
                .param(
                        "ids",
                        contacts.stream().map(Contact::customer).distinct().toArray(Long[]::new))
                .query(rows::customer)
                .list()
                .stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
    }

    private Map<String, Customer> ofDomains(Collection<String> domains) {
        var found = new HashMap<String, Customer>();
        if (!domains.isEmpty()) {
            db.sql(CustomerRows.CUSTOMER + """
                     where c.id in (select of.customer_id from customers.email_domain of where of.domain = any(:domains))
                    """)
                    .param("domains", domains.toArray(String[]::new))
                    .query(rows::customer)
                    .list()
                    .forEach(customer -> customer.domains().forEach(domain -> found.put(domain, customer)));
        }
        return found;
    }

    Recognition caller(String number) {
        return PhoneNumbers.parse(number, null)
                .map(this::ofNumber)
                .orElseGet(() -> Recognition.ofNobody(Trust.UNVERIFIED));
    }

    // A switchboard may be several people's number: it then names their customer alone, or nobody.
    private Recognition ofNumber(String number) {
        var contacts = db.sql(CustomerRows.CONTACT + """
                  join customers.contact_phone n on n.contact_id = p.id where n.number = :number limit 50
                """)
                .param("number", number)
                .query(rows::contact)
                .list();
        var owners = contacts.stream().map(Contact::customer).distinct().toList();
        if (owners.size() != 1) {
            return Recognition.ofNobody(Trust.UNVERIFIED);
        }
        return new Recognition(
                Recognition.How.PHONE,
                Trust.UNVERIFIED,
                customersOf(contacts).get(owners.getFirst()),
                contacts.size() == 1 ? contacts.getFirst() : null);
    }
}
