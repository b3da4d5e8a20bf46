package pronto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import pronto.journeys.Dovecot;
import pronto.people.FreePort;

/** How many mails a second are taken out of one mailbox of a real Dovecot in which they wait. */
final class ImapBench {

    private static final String ADDRESS = "mailbox@localhost";
    private static final int WARM_UP = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final int mails;

    /** {@code BENCH_MAILS} in the environment asks for another number. */
    ImapBench(int mails) {
        var asked = System.getenv("BENCH_MAILS");
        this.mails = asked == null ? mails : Integer.parseInt(asked);
    }

    Figures run(Path folder) throws Exception {
        var figures = new Figures("imap");
        if (!Dovecot.available()) {
            figures.note("Not run: it needs a Dovecot, and root to start it.");
            return figures;
        }
        // Not below ours: the server's own users must be able to enter every folder above.
        var place = Files.createTempDirectory("pronto-imap-bench");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var dovecot = Dovecot.start(place, FreePort.next(), FreePort.next());
                var pronto = Installation.start(
                        folder.resolve("home"),
                        "--pronto.mail.authserv=" + Mails.AUTHSERV,
                        "--pronto.mail.addresses=support@localhost",
                        "--pronto.mailboxes[0].host=127.0.0.1",
                        "--pronto.mailboxes[0].port=" + dovecot.imap(),
                        "--pronto.mailboxes[0].tls=none",
                        "--pronto.mailboxes[0].user=" + ADDRESS,
                        "--pronto.mailboxes[0].password=secret");
                var database = pronto.database()) {
            deliver(dovecot, "warm", WARM_UP);
            awaitTaken(database, WARM_UP);
            IntakeBench.awaitFiled(pronto, WARM_UP);
            deliver(dovecot, "run", mails);
            var first = awaitTaken(database, WARM_UP + 1);
            var before = taken(database);
            var last = awaitTaken(database, WARM_UP + mails);
            IntakeBench.awaitFiled(pronto, WARM_UP + mails);
            var row = new LinkedHashMap<String, Object>();
            row.put("mails", mails);
            row.put("taken/s", (WARM_UP + mails - before) / ((last - first) / 1e9));
            row.put("on tickets/s", (WARM_UP + mails - before) / ((System.nanoTime() - first) / 1e9));
            figures.row(row);
            figures.note("From the first one that was taken to the last; each is kept, flagged, and filed beside it.");
        }
        return figures;
    }

    private static void deliver(Dovecot dovecot, String run, int count) throws IOException, InterruptedException {
        dovecot.deliver(
                ADDRESS,
                IntStream.range(0, count)
                        .mapToObj(number -> new Mails(number).next(run, number))
                        .toList());
    }

    /** When so many were there. */
    private static long awaitTaken(Connection database, int count) throws IOException, SQLException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (taken(database) < count) {
            if (System.nanoTime() > end) {
                throw new IOException("only " + taken(database) + " of " + count + " mails were taken");
            }
            LockSupport.parkNanos(5_000_000);
        }
        return System.nanoTime();
    }

    private static int taken(Connection database) throws SQLException {
        try (var question = database.prepareStatement("select count(*) from channels.incoming");
                var answer = question.executeQuery()) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
