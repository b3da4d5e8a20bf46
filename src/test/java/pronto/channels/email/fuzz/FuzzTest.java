package pronto.channels.email.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pronto.channels.email.Samples;

/**
 * An hour of mails that a coverage-guided fuzzer makes up, in a program of its own, so that what it puts into the classes
 * slows nothing else. What it finds interesting is kept and is where the next hour begins.
 */
@Tag("long")
class FuzzTest {

    private static final Path FOLDER = Path.of(System.getProperty("pronto.fuzz.folder", ".fuzz"));
    private static final int SECONDS = Integer.getInteger("pronto.fuzz.hour", 3600);
    private static final int LONGEST = 40_000;

    @Test
    void no_mail_that_can_be_thought_of_does_harm() throws IOException, InterruptedException {
        var kept = Files.createDirectories(FOLDER.resolve("kept"));
        var seeds = Files.createDirectories(FOLDER.resolve("seeds"));
        var found = Files.createDirectories(FOLDER.resolve("found"));
        samples().forEach(sample -> copy(sample, seeds));

        var fuzzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1500m",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + MailFuzz.class.getName(),
                        "--instrumentation_includes=pronto.channels.**:org.apache.james.mime4j.**",
                        "--custom_hook_includes=pronto.channels.**",
                        "--reproducer_path=" + found,
                        "-artifact_prefix=" + found + "/",
                        "-max_len=" + LONGEST,
                        "-rss_limit_mb=3000",
                        "-timeout=20",
                        "-max_total_time=" + SECONDS,
                        kept.toString(),
                        seeds.toString())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("log").toFile())
                .start();

        assertThat(fuzzer.waitFor())
                .as("what it found lies in %s, and what it said in its log", found)
                .isZero();
    }

    private static Stream<Path> samples() {
        return Stream.of("messages", "bounces", "replies")
                .flatMap(folder -> Samples.all(folder, ".eml"))
                .filter(sample -> sample.toFile().length() < LONGEST);
    }

    private static void copy(Path sample, Path folder) {
        try {
            Files.write(folder.resolve(sample.getFileName()), Samples.asSent(sample));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
