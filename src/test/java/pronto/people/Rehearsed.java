package pronto.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program after one rehearsal, which starts again in half the time: for who has to kill it often. */
final class Rehearsed {

    private static final Rehearsed ONE = new Rehearsed();

    private final String classPath;
    private final Path memory;

    private Rehearsed() {
        try {
            var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "rehearsed-");
            memory = folder.resolve("pronto.aot");
            classPath = jarsOnly(folder.resolve("pronto.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var rehearsal =
                Started.on(Started.emptyHome(), arguments -> start(List.of("-XX:AOTCacheOutput=" + memory), arguments));
        rehearsal.terminate();
        if (!Files.exists(memory)) {
            throw new AssertionError("no memory of the rehearsal: " + rehearsal.said());
        }
    }

    static Started start(String... arguments) {
        return ONE.start(List.of("-XX:AOTCache=" + ONE.memory), arguments);
    }

    private Started start(List<String> options, String... arguments) {
        return Started.java(List.of(), options, classPath, arguments);
    }

    /** The virtual machine remembers classes out of jars alone. */
    private static String jarsOnly(Path program) throws IOException {
        var classes = Path.of("target/classes").toAbsolutePath().toString();
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--file",
                        program.toString(),
                        "-C",
                        classes,
                        ".");
        var libraries =
                Arrays.stream(System.getProperty("java.class.path").split(":")).filter(entry -> entry.endsWith(".jar"));
        return Stream.concat(Stream.of(program.toString()), libraries).collect(Collectors.joining(":"));
    }
}
