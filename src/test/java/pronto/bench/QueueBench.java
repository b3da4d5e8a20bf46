package pronto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * The pages at ten thousand, a hundred thousand and a million tickets of five messages. All sizes run side by side and
 * are asked in turn, so that whatever else the machine does concerns them alike.
 */
final class QueueBench {

    private static final int WARM_UP = Integer.getInteger("bench.warm", 60);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 300);
    private static final Pattern BUILT = Pattern.compile("The search index was built of (\\d+) things");

    /** Data folders to keep, and to use again: loading takes longer than measuring. */
    private static final String KEPT = System.getenv("BENCH_KEEP");

    private static final String SIZES = System.getenv().getOrDefault("BENCH_SIZES", "10000,100000,1000000");

    private final Figures loads = new Figures("load");
    private final Map<Integer, Map<String, Object>> loaded = new LinkedHashMap<>();
    private final Map<Integer, Installation> running = new LinkedHashMap<>();
    private final Map<Integer, Visitor> visitors = new LinkedHashMap<>();

    private QueueBench() {}

    static Figures run(Path folder) throws Exception {
        var where = KEPT == null ? folder : Path.of(KEPT);
        var figures = new QueueBench().measure(where);
        figures.also(NextBench.run(where.resolve("desk")));
        return figures;
    }

    private Figures measure(Path folder) throws Exception {
        var figures = new Figures("queue");
        try {
            for (var size :
                    Arrays.stream(SIZES.split(",")).map(Integer::valueOf).toList()) {
                running.put(size, loaded(folder.resolve("home" + size), size));
            }
            for (var pronto : running.entrySet()) {
                visitors.put(pronto.getKey(), Visitor.to(pronto.getValue()));
            }
            for (var question : Question.ALL) {
                ask(question, WARM_UP);
            }
            for (var question : Question.ALL) {
                figures.row(row(question, ask(question, ROUNDS)));
            }
            figures.note(
                    "Milliseconds from the first byte asked to the last byte got, over loopback, one at a time on a"
                            + " warm connection; \"growth\" is the p95 of the last size over that of the first.");
            for (var pronto : running.entrySet()) {
                var row = loaded.getOrDefault(pronto.getKey(), new LinkedHashMap<>());
                pronto.getValue().javaMemory(" after", row);
                row.put("PostgreSQL MB after", pronto.getValue().databaseMegabytes());
                loads.row(row);
            }
        } finally {
            for (var visitor : visitors.values()) {
                visitor.close();
            }
            for (var pronto : running.values()) {
                pronto.close();
            }
        }
        figures.also(loads);
        return figures;
    }

    private Map<Integer, Latencies> ask(Question question, int rounds) throws IOException {
        var taken = new LinkedHashMap<Integer, Latencies>();
        for (var round = 0; round < rounds; round++) {
            for (var visitor : visitors.entrySet()) {
                // The same page of each size, as far as there is such a thing.
                var random = new SplittableRandom(round);
                var path = question.path().apply(visitor.getKey(), random);
                taken.computeIfAbsent(visitor.getKey(), first -> new Latencies())
                        .add(visitor.getValue().get(path));
            }
        }
        return taken;
    }

    private static Map<String, Object> row(Question question, Map<Integer, Latencies> taken) {
        var row = new LinkedHashMap<String, Object>();
        row.put("page", question.name());
        var sizes = new ArrayList<>(taken.keySet());
        for (var size : sizes) {
            var times = taken.getOrDefault(size, new Latencies());
            row.put(brief(size) + " p50", times.percentile(0.5));
            row.put(brief(size) + " p95", times.percentile(0.95));
            row.put(brief(size) + " p99", times.percentile(0.99));
        }
        var first = taken.getOrDefault(sizes.getFirst(), new Latencies()).percentile(0.95);
        var last = taken.getOrDefault(sizes.getLast(), new Latencies()).percentile(0.95);
        row.put("growth", last / first);
        return row;
    }

    private static String brief(int size) {
        return size >= 1_000_000 ? size / 1_000_000 + "M" : size / 1_000 + "k";
    }

    private Installation loaded(Path home, int size) throws Exception {
        var row = new LinkedHashMap<String, Object>();
        row.put("tickets", size);
        if (!Files.exists(home.resolve("stocked"))) {
            say("loading " + size + " tickets");
            var start = System.nanoTime();
            try (var pronto = Installation.start(home)) {
                new Stock(() -> pronto.asOwner("pronto"), size).fill();
            }
            row.put("load s", (System.nanoTime() - start) / 1e9);
            FileSystemUtils.deleteRecursively(home.resolve("search"));
            Files.createFile(home.resolve("stocked"));
        }
        var indexed = Files.exists(home.resolve("search"));
        var start = System.nanoTime();
        var pronto = Installation.start(home);
        row.put("ready s", (System.nanoTime() - start) / 1e9);
        if (!indexed) {
            say("building the search index of " + size + " tickets");
            row.putAll(built(pronto, size));
        }
        row.put("search MB", megabytes(home.resolve("search")));
        try (var database = pronto.database()) {
            row.put(
                    "database GB",
                    Long.parseLong(Stock.texts(database, "select pg_database_size('pronto')")
                                    .getFirst())
                            / 1e9);
        }
        pronto.javaMemory("", row);
        row.put("PostgreSQL MB", pronto.databaseMegabytes());
        loaded.put(size, row);
        return pronto;
    }

    /** Waits for the index, and looks at the queue meanwhile: it is built while the program serves. */
    private static Map<String, Object> built(Installation pronto, int size) throws Exception {
        var start = System.nanoTime();
        var meanwhile = new Latencies();
        var peak = 0.0;
        try (var visitor = Visitor.to(pronto)) {
            while (true) {
                // Of nothing, at the very first start; and spam is not looked for.
                var done = BUILT.matcher(Files.readString(pronto.home().resolve("logs/pronto.log")))
                        .results()
                        .mapToInt(said -> Integer.parseInt(said.group(1)))
                        .anyMatch(things -> things > size / 2);
                if (done) {
                    var seconds = (System.nanoTime() - start) / 1e9;
                    var row = new LinkedHashMap<String, Object>();
                    row.put("index s", seconds);
                    row.put("tickets/s", size / seconds);
                    row.put("queue p95 ms meanwhile", meanwhile.percentile(0.95));
                    row.put("Java MB meanwhile", peak);
                    return row;
                }
                meanwhile.add(visitor.get("/"));
                peak = Math.max(peak, pronto.javaMegabytes());
                LockSupport.parkNanos(200_000_000);
            }
        }
    }

    private static double megabytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1e6;
        }
    }

    private static void say(String what) {
        System.err.println(what);
    }
}
