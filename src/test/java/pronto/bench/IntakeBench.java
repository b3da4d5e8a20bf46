package pronto.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

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
        var stages = new Figures("stages");
        try (var pronto = Installation.start(folder.resolve("home"), "--pronto.mail.authserv=" + Mails.AUTHSERV)) {
            send(pronto, "warm", 4, WARM_UP);
            awaitFiled(pronto, WARM_UP);
            var sent = WARM_UP;
            var costs = new StageCosts(pronto);
            for (var connections : CONNECTIONS) {
                var run = send(pronto, "run" + connections, connections, mails);
                sent += mails;
                awaitFiled(pronto, sent);
                var filed = System.nanoTime() - run.start();
                var floor = new Floor(pronto, folder.resolve("floor" + connections))
                        .run("run" + connections, connections, mails);
                var row = new LinkedHashMap<String, Object>();
                row.put("connections", connections);
                row.put("mails", mails);
                row.put("confirmed/s", mails / (run.nanos() / 1e9));
                row.put("on tickets/s", mails / (filed / 1e9));
                row.put("confirm p50 ms", run.taken().percentile(0.5));
                row.put("confirm p95 ms", run.taken().percentile(0.95));
                row.put("confirm p99 ms", run.taken().percentile(0.99));
                row.put("floor/s", mails / (floor / 1e9));
                row.put("confirmed of the floor", floor / (double) run.nanos());
                row.put("on tickets of the floor", floor / (double) filed);
                figures.row(row);
                var stage = new LinkedHashMap<String, Object>();
                stage.put("connections", connections);
                stage.putAll(costs.since(mails));
                stages.row(stage);
            }
            figures.note(
                    "The floor's files and rows are copies of those that Pronto wrote for these very mails: two forced"
                            + " files at most, a commit for accepting, a commit for filing, each row a statement.");
            stages.note(
                    "Milliseconds by the clock for each mail, waiting included: of forced files, of other mails' commits,"
                            + " of a processor. Indexing goes on behind.");
            figures.also(stages);
        }
        return figures;
    }

    /** When the first was sent, and how long each took. */
    record Sent(long start, long nanos, Latencies taken) {}

    static Sent send(Installation pronto, String run, int connections, int mails) throws Exception {
        // Written before the clock runs: whoever sends us mail does not do so on our processors.
        var letters = IntStream.range(0, mails)
                .mapToObj(number -> new Mails(number).next(run, number))
                .toList();
        var taken = new Latencies();
        var next = new AtomicInteger();
        var start = System.nanoTime();
        together(connections, () -> {
            try (var sender = new SmtpSender(pronto.smtp())) {
                for (var number = next.getAndIncrement(); number < mails; number = next.getAndIncrement()) {
                    var before = System.nanoTime();
                    sender.send("sender@customer.example", "support@localhost", letters.get(number));
                    taken.add(System.nanoTime() - before);
                }
            }
            return null;
        });
        return new Sent(start, System.nanoTime() - start, taken);
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
