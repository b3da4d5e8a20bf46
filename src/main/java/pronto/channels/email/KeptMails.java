package pronto.channels.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.IncomingMail;
import pronto.channels.IncomingMails;
import pronto.files.FileId;

/** The mails that were taken in, and what became of each. */
@Component
class KeptMails implements IncomingMails {

    private final JdbcClient db;
    private final MailReading reading;

    KeptMails(JdbcClient db, MailReading reading) {
        this.db = db;
        this.reading = reading;
    }

    @Override
    public IncomingMail read(long incoming) {
        var kept = db.sql("""
                select id, door, received_at, envelope_from, envelope_to, sha256 from channels.incoming where id = :id
                """).param("id", incoming).query(KeptMails::kept).single();
        try {
            return reading.read(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void filed(long incoming) {
        settle(incoming, "filed", null);
    }

    @Override
    public void unfiled(long incoming, String reason) {
        settle(incoming, "unfiled", reason);
    }

    private void settle(long incoming, String state, @Nullable String reason) {
        db.sql("update channels.incoming set state = :state, reason = :reason where id = :id")
                .param("state", state)
                .param("reason", reason)
                .param("id", incoming)
                .update();
    }

    private static MailReading.Kept kept(ResultSet row, int number) throws SQLException {
        return new MailReading.Kept(
                row.getLong("id"),
                row.getString("door"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("envelope_from"),
                List.of((String[]) row.getArray("envelope_to").getArray()),
                new FileId(row.getString("sha256")));
    }
}
