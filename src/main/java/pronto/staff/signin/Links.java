package pronto.staff.signin;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pronto.runtime.PublicAddress;
import pronto.runtime.Spelling;
import pronto.ui.Refusal;

/** Links that sign in once. Looking at one spends nothing: programs that scan mails look at everything. */
@Repository
public class Links {

    private final JdbcClient db;
    private final InstantSource time;
    private final PublicAddress address;

    Links(JdbcClient db, InstantSource time, PublicAddress address) {
        this.db = db;
        this.time = time;
        this.address = address;
    }

    /** The address of a new link. */
    @Transactional
    public String make(Purpose purpose, @Nullable Long technician) {
        var secret = Secret.random();
        var now = time.instant();
        db.sql("""
                insert into staff.sign_in_link (token_hash, technician_id, purpose, created_at, ends_at)
                values (:hash, :technician, :purpose, :now, :ends)
                """)
                .param("hash", secret.hash())
                .param("technician", technician)
                .param("purpose", Spelling.of(purpose))
                .param("now", now.atOffset(UTC))
                .param("ends", now.plus(purpose.lasts()).atOffset(UTC))
                .update();
        return address.of("/sign-in/link/" + secret.reveal()).toString();
    }

    public Optional<Link> look(Secret secret) {
        return db.sql("""
                select purpose, technician_id from staff.sign_in_link
                 where token_hash = :hash and used_at is null and ends_at > :now
                """)
                .param("hash", secret.hash())
                .param("now", time.instant().atOffset(UTC))
                .query(Links::read)
                .optional();
    }

    /** Spends it; of two who try, one gets in. */
    @Transactional(propagation = Propagation.MANDATORY)
    Link spend(Secret secret) {
        return db.sql("""
                update staff.sign_in_link set used_at = :now
                 where token_hash = :hash and used_at is null and ends_at > :now
                returning purpose, technician_id
                """)
                .param("hash", secret.hash())
                .param("now", time.instant().atOffset(UTC))
                .query(Links::read)
                .optional()
                .orElseThrow(LinkSpent::new);
    }

    /** Older ones open nothing any more. */
    public void forget(long technician) {
        db.sql("delete from staff.sign_in_link where technician_id = :technician")
                .param("technician", technician)
                .update();
    }

    public void forgetOld() {
        db.sql("delete from staff.sign_in_link where ends_at < :now")
                .param("now", time.instant().atOffset(UTC))
                .update();
    }

    private static Link read(ResultSet row, int number) throws SQLException {
        return new Link(
                Spelling.read(Purpose.class, row.getString("purpose")), row.getObject("technician_id", Long.class));
    }

    /** It was used, or it is too old, or it never was. */
    public static final class LinkSpent extends Refusal {

        public LinkSpent() {
            super(Kind.CONFLICT, null, Map.of());
        }

        @Override
        public String name() {
            return "link-spent";
        }
    }
}
