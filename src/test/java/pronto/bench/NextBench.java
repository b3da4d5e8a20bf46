package pronto.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Fifty technicians at a desk of a hundred thousand open tickets, each of whom asks for work again and again. */
final class NextBench {

    private static final int TICKETS = 130_000;
    private static final int PEOPLE = 50;

    /** Those with enough to give away, also when the same data is measured again. */
    private static final int BUSY_TEAMS = 3;

    private static final int EACH = Integer.getInteger("bench.asks", 40);
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");

    private NextBench() {}

    static Figures run(Path home) throws Exception {
        var figures = new Figures("next for me");
        if (!Files.exists(home.resolve("stocked"))) {
            System.err.println("loading " + TICKETS + " tickets, most of them open");
            try (var pronto = Installation.start(home)) {
                new Stock(() -> pronto.asOwner("pronto"), TICKETS, 1).fill();
                people(pronto);
            }
            Files.createFile(home.resolve("stocked"));
        }
        try (var pronto = Installation.start(home)) {
            asked(pronto, 3, 200);
            figures.row(row("each a second after the last", pronto, asked(pronto, EACH, 500)));
            figures.row(row("all at the same moment, again and again", pronto, asked(pronto, EACH, 0)));
        }
        figures.note(
                "Milliseconds from the first byte asked to the last byte of the ticket got, by the API, over loopback.");
        return figures;
    }

    private record Asked(Latencies latencies, int given, int different) {}

    private static void people(Installation pronto) throws Exception {
        try (var database = pronto.asOwner("pronto");
                var statement = database.createStatement()) {
            statement.execute("""
                    insert into staff.team (id, name, created_at) overriding system value
                    values (1, 'Team 1', now()) on conflict do nothing;
                    update staff.technician set away_since = null;
                    insert into staff.technician (id, email, name, role, created_at)
                    overriding system value
                    select n, 'technician' || n || '@desk.example', 'Technician ' || n, 'technician', now()
                      from generate_series(%1$s, %2$s) n on conflict do nothing;
                    delete from staff.membership;
                    insert into staff.membership (team_id, technician_id)
                    select n %% %3$s + 1, n from generate_series(1, %2$s) n
                    """.formatted(Years.TECHNICIANS + 1, PEOPLE, BUSY_TEAMS));
        }
    }

    /** Each asks so many times, and works for {@code least} milliseconds up to three times as long in between. */
    private static Asked asked(Installation pronto, int times, int least) throws Exception {
        var latencies = new Latencies();
        var codes = ConcurrentHashMap.<String>newKeySet();
        var all = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            for (var one = 1; one <= PEOPLE; one++) {
                var visitor = Visitor.actingFor(one, pronto);
                var random = new SplittableRandom(one);
                all.add(threads.submit(() -> {
                    try (visitor) {
                        for (var time = 0; time < times; time++) {
                            LockSupport.parkNanos(1_000_000L * (least + random.nextInt(2 * least + 1)));
                            latencies.add(visitor.post("/api/v1/queue/next"));
                            var code = CODE.matcher(visitor.body());
                            if (code.find()) {
                                codes.add(code.group(1));
                            }
                        }
                    }
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        return new Asked(latencies, latencies.count(), codes.size());
    }

    private static LinkedHashMap<String, Object> row(String how, Installation pronto, Asked asked) throws Exception {
        var row = new LinkedHashMap<String, Object>();
        row.put("50 technicians ask", how);
        try (var database = pronto.asOwner("pronto")) {
            row.put("open tickets", Integer.valueOf(Stock.texts(database, """
                            select count(*) from tickets.ticket
                             where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null
                            """).getFirst()));
        }
        row.put("given", asked.given());
        row.put("given twice", asked.given() - asked.different());
        row.put("p50 ms", asked.latencies().percentile(0.5));
        row.put("p95 ms", asked.latencies().percentile(0.95));
        row.put("p99 ms", asked.latencies().percentile(0.99));
        return row;
    }
}
