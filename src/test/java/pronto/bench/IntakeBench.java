package pronto.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many mails a second are taken by SMTP and become tickets, beside the bare floor: the very same rows and files
 * written by plain JDBC, with the same commits and fsyncs, in the same database in the same run.
 */
final class IntakeBench {

    private static final int[] CONNECTIONS = {1, 4, 16};
    private static final int WARM_UP = 400;

    private final int mails;

    IntakeBench(int mails) {
        this.mails = mails;
    }

    Figures run(Path folder) throws Exception {
        var figures = new Figures("intake");
        try (var pronto = Installation.start(folder.resolve("home"))) {
            send(pronto, "warm", 4, WARM_UP);
            awaitFiled(pronto, WARM_UP);
            var sent = WARM_UP;
            for (var connections : CONNECTIONS) {
                var start = System.nanoTime();
                var taken = send(pronto, "run" + connections, connections, mails);
                var accepted = System.nanoTime() - start;
                sent += mails;
                awaitFiled(pronto, sent);
                var filed = System.nanoTime() - start;
                var floor = new Floor(pronto, folder.resolve("floor" + connections))
                        .run("run" + connections, connections, mails);
                var row = new LinkedHashMap<String, Object>();
                row.put("connections", connections);
                row.put("mails", mails);
                row.put("confirmed/s", mails / (accepted / 1e9));
                row.put("on tickets/s", mails / (filed / 1e9));
                row.put("confirm p50 ms", taken.percentile(0.5));
                row.put("confirm p95 ms", taken.percentile(0.95));
                row.put("confirm p99 ms", taken.percentile(0.99));
                row.put("floor/s", mails / (floor / 1e9));
                row.put("of the floor", floor / (double) filed);
                figures.row(row);
            }
            figures.note(
                    "\"of the floor\" compares mails on tickets, not only confirmed; the floor's files and rows are"
                            + " copies of those that Pronto wrote for these very mails.");
        }
        return figures;
    }

    static Latencies send(Installation pronto, String run, int connections, int mails) throws Exception {
        var taken = new Latencies();
        var next = new AtomicInteger();
        together(connections, () -> {
            try (var sender = new SmtpSender(pronto.smtp())) {
                for (var number = next.getAndIncrement(); number < mails; number = next.getAndIncrement()) {
                    var mail = new Mails(number).next(run, number);
                    var start = System.nanoTime();
                    sender.send("sender@customer.example", "support@localhost", mail);
                    taken.add(System.nanoTime() - start);
                }
            }
            return null;
        });
        return taken;
    }

    static void together(int threads, Callable<Void> work) throws InterruptedException, ExecutionException {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new java.util.ArrayList<java.util.concurrent.Future<Void>>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            for (var one : running) {
                one.get();
            }
        }
    }

    static void awaitFiled(Installation pronto, int mails) throws IOException, SQLException {
        try (var database = pronto.database();
                var question =
                        database.prepareStatement("select count(*) from tickets.message where direction = 'in'")) {
            var end = System.nanoTime() + 120_000_000_000L;
            while (System.nanoTime() < end) {
                try (var answer = question.executeQuery()) {
                    answer.next();
                    if (answer.getInt(1) >= mails) {
                        return;
                    }
                }
                java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
            }
        }
        throw new IOException("not every mail came onto a ticket within two minutes");
    }
}
