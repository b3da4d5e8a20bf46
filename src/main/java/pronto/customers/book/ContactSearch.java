package pronto.customers.book;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.customers.Contact;

/** Which of a customer's contacts somebody means: by external id, else by an address, else by a number. */
@Component
class ContactSearch {

    private final JdbcClient db;
    private final CustomerRows rows;

    ContactSearch(JdbcClient db, CustomerRows rows) {
        this.db = db;
        this.rows = rows;
    }

    Optional<Contact> same(Contact said) {
        var externalId = said.externalId();
        if (externalId != null) {
            var known = one("where p.customer_id = :customer and p.external_id = :value", said, externalId);
            if (known.isPresent()) {
                return known;
            }
        }
        if (!said.emails().isEmpty()) {
            return first("customers.contact_email", "address", said, said.emails())
                    // Two ids are two people, whatever address they share.
                    .filter(known -> externalId == null || known.externalId() == null);
        }
        return externalId == null ? first("customers.contact_phone", "number", said, said.phones()) : Optional.empty();
    }

    private Optional<Contact> first(String table, String column, Contact said, List<String> values) {
        return values.stream()
                .flatMap(value -> one(
                        "join " + table + " v on v.contact_id = p.id where p.customer_id = :customer and v." + column
                                + " = :value order by p.id limit 1",
                        said,
                        value)
                        .stream())
                .findFirst();
    }

    private Optional<Contact> one(String which, Contact said, Object value) {
        return db.sql(CustomerRows.CONTACT + which)
                .param("customer", said.customer())
                .param("value", value)
                .query(rows::contact)
                .optional();
    }
}
