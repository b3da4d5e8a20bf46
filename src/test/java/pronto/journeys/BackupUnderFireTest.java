package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.people.Operator;
import pronto.runtime.Home;
import pronto.runtime.database.Connections;
import pronto.runtime.database.TestDatabases;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;

/** Customers write and Giulia works while the administrator makes a backup: what comes back is one moment of it. */
@Timeout(600)
class BackupUnderFireTest extends AtTheDesk {

    private static final String ATTACHED = """
            --b
            Content-Type: text/plain

            Registro %1$d in allegato.
            --b
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="registro.log"

            %2$s
            --b--
            """;

    @Autowired
    private Connections here;

    @Autowired
    private Home home;

    @Autowired
    private TransactionTemplate transaction;

    @TempDir
    private Path folder;

    private final Operator operator = new Operator();

    @Test
    void what_is_written_meanwhile_comes_back_whole_or_not_at_all() throws Exception {
        var file = folder.resolve("all.backup");
        var over = new AtomicBoolean();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var mails = writers.submit(() -> {
                for (var number = 1; !over.get(); number++) {
                    accepted(withFile(number));
                }
                return null;
            });
            var pairs = writers.submit(() -> {
                for (var number = 1; !over.get(); number++) {
                    pair(number);
                }
                return null;
            });
            try {
                await().atMost(Duration.ofSeconds(120))
                        .until(() -> mails.isDone() || pairs.isDone() || ticketsWithFile() >= 20);
                assertThat(operator.types("backup", home.folder(), here, file.toString()))
                        .as(operator::said)
                        .isZero();
                var then = incoming();
                await().atMost(Duration.ofSeconds(120)).until(() -> mails.isDone() || incoming() > then);
            } finally {
                over.set(true);
            }
            mails.get(60, TimeUnit.SECONDS);
            pairs.get(60, TimeUnit.SECONDS);
        }
        var there = TestDatabases.empty();
        var newHome = folder.resolve("home");
        assertThat(operator.types("restore", newHome, there, file.toString()))
                .as(operator::said)
                .isZero();

        assertThat(Long.parseLong(one(there, "select count(*) from tickets.ticket")))
                .as("tickets in the copy")
                .isGreaterThanOrEqualTo(20);
        assertThat(one(there, "select count(*) from channels.incoming"))
                .as("it was written on behind the copy")
                .isNotEqualTo(Long.toString(incoming()));
        for (var broken : List.of(
                "tickets.ticket t where not exists (select 1 from tickets.message m where m.ticket_id = t.id)",
                "tickets.ticket t where not exists (select 1 from timeline.entry e where e.kind = 'tickets.opened'"
                        + " and e.subject_kind = 'ticket' and e.subject_id = t.id)",
                "channels.incoming i where i.state = 'filed'"
                        + " and not exists (select 1 from tickets.message m where m.incoming_id = i.id)",
                "tickets.message m where m.incoming_id is not null"
                        + " and not exists (select 1 from tickets.attachment a where a.message_id = m.id)",
                "tickets.attachment a where not exists (select 1 from files.file f where f.sha256 = a.sha256)",
                "channels.incoming i where not exists (select 1 from files.file f where f.sha256 = i.sha256)",
                "staff.team t full join (select subject_id from timeline.entry where kind = 'pair') e"
                        + " on t.name = 'pair ' || e.subject_id"
                        + " where (t.name is null or t.name like 'pair %') and (t.id is null or e.subject_id is null)")) {
            assertThat(one(there, "select count(*) from " + broken)).as(broken).isEqualTo("0");
        }
        assertThat(filesOf(newHome)).containsAll(rows(there, "select sha256 from files.file"));
    }

    private static Mail withFile(int number) {
        return Mail.from("cliente" + number + "@fire.test")
                .about("Registro " + number)
                .ofType("multipart/mixed; boundary=b")
                .saying(ATTACHED.formatted(number, ("riga di " + number + "\n").repeat(200)));
    }

    private long ticketsWithFile() {
        return db.sql("select count(distinct m.ticket_id) from tickets.message m"
                        + " join tickets.attachment a on a.message_id = m.id")
                .query(Long.class)
                .single();
    }

    private long incoming() {
        return db.sql("select count(*) from channels.incoming")
                .query(Long.class)
                .single();
    }

    /** Two tables of two modules, one that is copied early and one that is copied late. */
    private void pair(int number) {
        transaction.executeWithoutResult(status -> {
            db.sql("insert into staff.team (name, created_at) values (:name, clock_timestamp())")
                    .param("name", "pair " + number)
                    .update();
            db.sql("""
                    insert into timeline.entry (at, kind, actor_kind, actor_name, subject_kind, subject_id)
                    values (clock_timestamp(), 'pair', 'pronto', 'Pronto', 'team', :number)
                    """).param("number", number).update();
        });
    }

    private static String one(Connections database, String query) throws SQLException {
        return rows(database, query).iterator().next();
    }

    private static Set<String> rows(Connections database, String query) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = database.open("test");
                var statement = connection.createStatement()) {
            statement.execute("set pronto.scope = 'all'");
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    /** By what is in them, not by what they are called. */
    private static Set<String> filesOf(Path home) throws Exception {
        var found = new TreeSet<String>();
        try (var paths = Files.walk(home.resolve("files"))) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                found.add(hash(path));
            }
        }
        return found;
    }

    private static String hash(Path path) throws Exception {
        try (var bytes = Files.newInputStream(path)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes()));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
