package pronto.tickets.work;

import static pronto.tickets.work.Columns.choice;
import static pronto.tickets.work.Columns.instant;
import static pronto.tickets.work.Columns.longOrNull;
import static pronto.tickets.work.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.tickets.Escalation;
import pronto.tickets.Escalations;
import pronto.tickets.Escalations.Bounced;
import pronto.tickets.Ticket;

/** The rows of how tickets went from team to team, and how often each came back. */
@Component
class Passages {

    private static final String BOUNCED = " from tickets.ticket where bounces >= " + Escalations.BOUNCES
            + " and state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null ";

    private final JdbcClient db;
    private final Holding holding;

    Passages(JdbcClient db, Holding holding) {
        this.db = db;
        this.holding = holding;
    }

    /** Before the ticket itself moves. */
    void write(Ticket held, long team, @Nullable Long technician, Escalation.HandOver said, String byName) {
        write(held, team, technician, said, null, byName);
    }

    /** False where this mark was answered so before; then nothing is written. */
    boolean write(
            Ticket held,
            long team,
            @Nullable Long technician,
            Escalation.HandOver said,
            Escalation.@Nullable Mark mark,
            String byName) {
        var again = hadIt(held.id(), team);
        var written = db.sql("""
                insert into tickets.escalation (ticket_id, from_team_id, from_technician_id, to_team_id,
                            to_technician_id, reason, skill, note, tried, seen, reproduce, clock, clock_round, percent,
                            again, by_name, at)
                values (:ticket, :from, :fromTechnician, :to, :toTechnician, :reason, :skill, :note, :tried, :seen,
                        :reproduce, :clock, :round, :percent, :again, :byName, :now)
                on conflict (ticket_id, clock, clock_round, percent) where clock is not null do nothing
                """)
                .param("ticket", held.id())
                .param("from", held.team())
                .param("fromTechnician", held.technician())
                .param("to", team)
                .param("toTechnician", technician)
                .param("reason", Spelling.of(said.reason()))
                .param("skill", said.skill())
                .param("note", said.note())
                .param("tried", said.tried())
                .param("seen", said.seen())
                .param("reproduce", said.reproduce())
                .param("clock", mark == null ? null : mark.clock())
                .param("round", mark == null ? null : mark.round())
                .param("percent", mark == null ? null : mark.percent())
                .param("again", again)
                .param("byName", byName)
                .param("now", utc(holding.now()))
                .update();
        if (written > 0) {
            count(held.id(), again ? 1 : 0);
        }
        return written > 0;
    }

    void undo(Escalation passage) {
        db.sql("update tickets.escalation set undone_at = :now where id = :id")
                .param("now", utc(holding.now()))
                .param("id", passage.id())
                .update();
        count(passage.ticket(), passage.again() ? -1 : 0);
    }

    private boolean hadIt(long ticket, long team) {
        return db.sql("""
                select exists (select from tickets.escalation
                                where ticket_id = :ticket and undone_at is null
                                  and (from_team_id = :team or to_team_id = :team))
                """)
                .param("ticket", ticket)
                .param("team", team)
                .query(Boolean.class)
                .single();
    }

    private void count(long ticket, int more) {
        if (more != 0) {
            db.sql("update tickets.ticket set bounces = bounces + :more where id = :id")
                    .param("more", more)
                    .param("id", ticket)
                    .update();
        }
    }

    List<Escalation> of(long ticket, int limit) {
        return db.sql("""
                select * from tickets.escalation where ticket_id = :ticket and undone_at is null
                 order by id desc limit :limit
                """)
                .param("ticket", ticket)
                .param("limit", limit)
                .query(Passages::read)
                .list();
    }

    List<Bounced> bounced(int limit) {
        record Counted(Ticket ticket, int times) {}
        var often = db.sql("select *" + BOUNCED + "order by opened_at, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> new Counted(TicketRows.ticket(row, number), row.getInt("bounces")))
                .list();
        var bounces = bounces(often.stream().map(one -> one.ticket().id()).toArray(Long[]::new));
        return often.stream()
                .map(one -> new Bounced(
                        one.ticket(),
                        one.times(),
                        bounces.getOrDefault(one.ticket().id(), List.of())))
                .toList();
    }

    private Map<Long, List<Escalation>> bounces(Long[] tickets) {
        return db.sql("""
                select * from tickets.escalation where ticket_id = any(:tickets) and undone_at is null and again
                 order by id desc
                """).param("tickets", tickets).query(Passages::read).list().stream()
                .collect(Collectors.groupingBy(Escalation::ticket));
    }

    int howManyBounced(int most) {
        return db.sql("select count(*) from (select" + BOUNCED + "limit :most) there")
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static Escalation read(ResultSet row, int number) throws SQLException {
        return new Escalation(
                row.getLong("id"),
                row.getLong("ticket_id"),
                row.getLong("from_team_id"),
                longOrNull(row, "from_technician_id"),
                row.getLong("to_team_id"),
                longOrNull(row, "to_technician_id"),
                new Escalation.HandOver(
                        choice(row, "reason", Escalation.Reason.class),
                        row.getString("skill"),
                        row.getString("note"),
                        row.getString("tried"),
                        row.getString("seen"),
                        row.getString("reproduce")),
                row.getString("clock") == null
                        ? null
                        : new Escalation.Mark(row.getString("clock"), row.getInt("clock_round"), row.getInt("percent")),
                row.getBoolean("again"),
                row.getString("by_name"),
                instant(row, "at"));
    }
}
