package pronto.tickets.work;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.staff.Staff;
import pronto.staff.TeamWork;
import pronto.timeline.Actor;

/** The open tickets of a team; whoever has one keeps it when it goes to another team. */
@Component
class TeamTickets implements TeamWork {

    private final JdbcClient db;
    private final Pickup pickup;
    private final Holding holding;
    private final Staff staff;

    TeamTickets(JdbcClient db, Pickup pickup, Holding holding, Staff staff) {
        this.db = db;
        this.pickup = pickup;
        this.holding = holding;
        this.staff = staff;
    }

    @Override
    public int open(long team) {
        return db.sql("""
                select count(*) from tickets.ticket
                 where team_id = :team and state in ('waiting', 'inWork', 'waitingForCustomer')
                """).param("team", team).query(Integer.class).single();
    }

    @Override
    public void give(long team, long to, Actor by) {
        db.sql("""
                select id from tickets.ticket
                 where team_id = :team and state in ('waiting', 'inWork', 'waitingForCustomer')
                 order by id
                """).param("team", team).query(Long.class).list().forEach(id -> giveOne(id, to, by));
    }

    private void giveOne(long id, long to, Actor by) {
        var ticket = holding.ticket(id);
        if (ticket.state().open()) {
            var holder = ticket.technician();
            var stays = holder != null
                    && staff.technician(holder)
                            .filter(person -> person.leftAt() == null)
                            .isPresent();
            pickup.reassign(id, to, stays ? Objects.requireNonNull(holder) : null, by);
        }
    }
}
