package pronto.tickets.screening;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.sla.Impact.Reach;
import pronto.tickets.Screenings.Counted;

/** Counts whom a ticket, those merged into it and those about the same matter come from. */
@Component
class Counting {

    /** Fewer customers than this are never most of them, however few there are. */
    private static final int A_CROWD = 5;

    private final JdbcClient db;

    Counting(JdbcClient db) {
        this.db = db;
    }

    Counted of(long ticket) {
        return db.sql("""
                with same as (
                    select :ticket::bigint as id
                    union select other_id from tickets.related where ticket_id = :ticket
                    union select ticket_id from tickets.related where other_id = :ticket),
                concerned as (
                    select t.customer_id, coalesce(t.reporter_email, t.reporter_phone) as person
                      from same join tickets.ticket t on t.id = same.id where t.spam_at is null
                    union all
                    select t.customer_id, coalesce(t.reporter_email, t.reporter_phone)
                      from same join tickets.ticket t on t.merged_into_id = same.id)
                select count(distinct person) as people,
                       count(distinct coalesce(customer_id::text, person)) as customers,
                       (select count(*) from customers.customer) as all_customers
                  from concerned
                """)
                .param("ticket", ticket)
                .query((row, number) -> {
                    var people = row.getInt("people");
                    var customers = row.getInt("customers");
                    return new Counted(people, customers, reach(people, customers, row.getLong("all_customers")));
                })
                .single();
    }

    private static Reach reach(int people, int customers, long all) {
        if (customers >= A_CROWD && customers * 2L > all) {
            return Reach.MOST;
        }
        if (customers > 1) {
            return Reach.SEVERAL_CUSTOMERS;
        }
        return people > 1 ? Reach.ONE_CUSTOMER : Reach.ONE_PERSON;
    }
}
