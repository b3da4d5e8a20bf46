package pronto.customers.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.EmailDomain;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.customers.recognition.PhoneNumbers;
import pronto.search.Document;
import pronto.search.SearchSource;

/** Customers as they are found: by name, by what they use, by the people, addresses and numbers that are theirs. */
@Component
class CustomerSource implements SearchSource {

    /** Of a customer with more people than this, the others are found by the list of its contacts alone. */
    private static final int MOST_CONTACTS = 500;

    private final JdbcClient db;
    private final CustomerRows rows;

    CustomerSource(JdbcClient db, CustomerRows rows) {
        this.db = db;
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "customer";
    }

    @Override
    public List<Document> load(Collection<Long> ids) {
        var contacts = contacts(ids);
        return db
                .sql(CustomerRows.CUSTOMER + "where c.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(rows::customer)
                .list()
                .stream()
                .map(customer -> document(customer, contacts.getOrDefault(customer.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Contact>> contacts(Collection<Long> ids) {
        return db
                .sql("select * from (" + CustomerRows.CONTACT + """
                 where p.customer_id = any(:ids)) of_these
                 where (select count(*) from customers.contact b
                         where b.customer_id = of_these.customer_id and b.id < of_these.id) < :most
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("most", MOST_CONTACTS)
                .query(rows::contact)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Contact::customer));
    }

    private static Document document(Customer customer, List<Contact> contacts) {
        var exact = new ArrayList<String>();
        exact.add(customer.code());
        exact.addAll(customer.domains());
        if (customer.externalId() != null) {
            exact.add(customer.externalId());
        }
        for (var contact : contacts) {
            exact.addAll(contact.emails());
            for (var number : contact.phones()) {
                exact.add(number);
                exact.add(PhoneNumbers.national(number));
            }
        }
        return new Document(
                "customer",
                customer.id(),
                customer.name(),
                body(customer, contacts),
                exact,
                customer.id(),
                null,
                List.of(),
                // A customer is no news: it stands behind a ticket that fits as well.
                Instant.EPOCH);
    }

    private static String body(Customer customer, List<Contact> contacts) {
        var people = contacts.stream().flatMap(contact -> Stream.of(contact.name(), contact.role()));
        var platforms = customer.platforms().stream().flatMap(platform -> Stream.of(platform.name(), platform.url()));
        var domains = customer.domains().stream()
                .map(domain ->
                        EmailDomain.parse(domain).map(EmailDomain::readable).orElse(domain));
        return Stream.of(people, platforms, domains, Stream.of(customer.plan()))
                .flatMap(part -> part)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    @Override
    public List<Long> idsAfter(long id, int limit) {
        return db.sql("select id from customers.customer where id > :id order by id limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> row.getLong("id"))
                .list();
    }
}
