package pronto.tickets.work;

import static pronto.tickets.work.Columns.choiceOrNull;
import static pronto.tickets.work.Columns.instant;
import static pronto.tickets.work.Columns.instantOrNull;
import static pronto.tickets.work.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.tickets.Opinion;
import pronto.tickets.Satisfaction;

/** Opinions, as rows hold them. */
@Component
class OpinionRows {

    private final JdbcClient db;

    OpinionRows(JdbcClient db) {
        this.db = db;
    }

    /** Nothing where this ticket was asked about before. */
    Optional<Opinion> add(Opinion opinion) {
        return db.sql("""
                insert into tickets.opinion (ticket_id, address, name, language, asked_at, ends_at)
                values (:ticket, :address, :name, :language, :at, :ends)
                on conflict (ticket_id) do nothing
                returning *
                """)
                .param("ticket", opinion.ticket())
                .param("address", opinion.address())
                .param("name", opinion.name())
                .param("language", opinion.language())
                .param("at", utc(opinion.askedAt()))
                .param("ends", utc(opinion.endsAt()))
                .query(OpinionRows::opinion)
                .optional();
    }

    void askedBy(long id, long message) {
        db.sql("update tickets.opinion set message_id = :message where id = :id")
                .param("message", message)
                .param("id", id)
                .update();
    }

    /** The mail that asked never left. */
    void takeBack(long message) {
        db.sql("delete from tickets.opinion where message_id = :message and answer is null")
                .param("message", message)
                .update();
    }

    Optional<Opinion> of(long ticket) {
        return db.sql("select * from tickets.opinion where ticket_id = :ticket")
                .param("ticket", ticket)
                .query(OpinionRows::opinion)
                .optional();
    }

    Optional<Opinion> open(long id, Instant now) {
        return db.sql("select * from tickets.opinion where id = :id and ends_at > :now")
                .param("id", id)
                .param("now", utc(now))
                .query(OpinionRows::opinion)
                .optional();
    }

    /** Nothing where they have said so much already that no more is taken. */
    Optional<Opinion> said(long id, Satisfaction answer, String comment, int most, Instant now) {
        return db.sql("""
                update tickets.opinion set answer = :answer, comment = :comment, answered_at = :now, said = said + 1
                 where id = :id and said < :most
                returning *
                """)
                .param("answer", Spelling.of(answer))
                .param("comment", comment)
                .param("now", utc(now))
                .param("id", id)
                .param("most", most)
                .query(OpinionRows::opinion)
                .optional();
    }

    private static Opinion opinion(ResultSet row, int number) throws SQLException {
        return new Opinion(
                row.getLong("id"),
                row.getLong("ticket_id"),
                row.getString("address"),
                row.getString("name"),
                row.getString("language"),
                instant(row, "asked_at"),
                instant(row, "ends_at"),
                choiceOrNull(row, "answer", Satisfaction.class),
                row.getString("comment"),
                instantOrNull(row, "answered_at"));
    }
}
