package pronto.tickets.work;

import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.tickets.MustStayApart;

/** Which tickets cannot become one customer's while another customer's messages lie with theirs. */
@Component
class Apart {

    private final JdbcClient db;

    Apart(JdbcClient db) {
        this.db = db;
    }

    /** What lies together would be read by both; what was split off lies apart, where it belongs. */
    Optional<MustStayApart> from(Collection<Long> tickets, long customer) {
        return db.sql("""
                with strangers as (
                    select m.ticket_id as one, m.home_ticket_id as other, m.id from tickets.message m
                     where m.ticket_id = any(:tickets) and m.home_ticket_id is not null
                    union all
                    select m.home_ticket_id, m.ticket_id, m.id from tickets.message m
                     where m.home_ticket_id = any(:tickets))
                select one.code, other.code as other from strangers s
                  join tickets.ticket one on one.id = s.one
                  join tickets.ticket other on other.id = s.other and other.customer_id <> :customer
                 where not exists (select from tickets.placed p join tickets.act a on a.id = p.act_id
                                    where p.message_id = s.id and a.kind = 'split' and a.undone_at is null)
                 limit 1
                """)
                .param("tickets", tickets.toArray(Long[]::new))
                .param("customer", customer)
                .query((row, number) -> new MustStayApart(row.getString("code"), row.getString("other")))
                .optional();
    }
}
