package pronto.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** {@code ./pronto bench [NAME…]}: runs the benchmarks that are named, or all, against the built program. */
final class Bench {

    private interface Benchmark {
        Figures run(Path folder) throws Exception;
    }

    private static final Map<String, Benchmark> BENCHMARKS = Map.of(
            "clocks",
            ClocksBench::run,
            "imap",
            new ImapBench(10_000)::run,
            "intake",
            new IntakeBench(2_000)::run,
            "memory",
            MemoryBench::run,
            "queue",
            QueueBench::run,
            "timers",
            TimersBench::run);

    private Bench() {}

    public static void main(String[] names) throws Exception {
        // Nothing but the tables: the libraries used here have nothing to say to who reads them.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        for (var name :
                names.length == 0 ? BENCHMARKS.keySet().stream().sorted().toList() : List.of(names)) {
            var benchmark = BENCHMARKS.get(name);
            if (benchmark == null) {
                System.err.println("There is no benchmark " + name + "; there are: "
                        + String.join(
                                ", ", BENCHMARKS.keySet().stream().sorted().toList()) + ".");
                System.exit(2);
                return;
            }
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), name + "-");
            benchmark.run(folder.toAbsolutePath()).print();
        }
    }
}
