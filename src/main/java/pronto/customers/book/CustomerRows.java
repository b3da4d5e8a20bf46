package pronto.customers.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;
import pronto.customers.Contact;
import pronto.customers.Customer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the database as customers and contacts, whole: one question each, whatever they have many of. */
@Component
class CustomerRows {

    private static final TypeReference<List<Customer.Platform>> PLATFORMS = new TypeReference<>() {};

    /** Followed by joins, where, order. */
    static final String CUSTOMER = """
            select c.id, c.code, c.name, c.plan, c.language, c.time_zone, c.external_id, c.version, c.name_key,
                   array(select d.domain from customers.email_domain d where d.customer_id = c.id order by d.domain)
                       as domains,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', p.id, 'name', p.name, 'url', p.url, 'externalId', p.external_id,
                               'runsOn', array(select r.part_key from customers.platform_part r
                                                where r.platform_id = p.id order by r.part_key)) order by p.id), '[]')
                      from customers.platform p where p.customer_id = c.id) as platforms
              from customers.customer c
            """;

    /** Followed by joins, where, order. */
    static final String CONTACT = """
            select p.id, p.customer_id, p.name, p.language, p.role, p.external_id, p.version, p.name_key,
                   array(select e.address from customers.contact_email e where e.contact_id = p.id order by e.position)
                       as emails,
                   array(select n.number from customers.contact_phone n where n.contact_id = p.id order by n.position)
                       as phones
              from customers.contact p
            """;

    private final JsonMapper json;

    CustomerRows(JsonMapper json) {
        this.json = json;
    }

    Customer customer(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("plan"),
                row.getString("language"),
                row.getString("time_zone"),
                texts(row, "domains"),
                row.getString("external_id"),
                json.readValue(row.getString("platforms"), PLATFORMS),
                row.getInt("version"));
    }

    Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("name"),
                texts(row, "emails"),
                texts(row, "phones"),
                row.getString("language"),
                row.getString("role"),
                row.getString("external_id"),
                row.getInt("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
