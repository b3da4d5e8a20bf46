package pronto.channels.email.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pronto.channels.email.Samples;

/**
 * What was expected of one set of samples and what was seen. Every deviation is either listed, with its reason, or a
 * failure; so is a listed one that has become right. A third of the samples, by the hash of their names, is not looked at
 * while rules are made: its figure tells whether they are of any use for mail nobody has seen.
 */
final class Corpus {

    private static final String REVIEWED = "deviations.tsv";

    private final String set;
    private final Set<String> deviations = new TreeSet<>();
    private final List<String> seen = new ArrayList<>();
    private final int[] asked = new int[2];
    private final int[] wrong = new int[2];

    Corpus(String set) {
        this.set = set;
    }

    void check(String sample, String key, boolean right, Object shown) {
        int part = isHeldBack(sample) ? 1 : 0;
        asked[part]++;
        if (!right) {
            wrong[part]++;
            deviations.add(sample + "\t" + key);
            seen.add(sample + "\t" + key + "\t" + shown);
        }
    }

    /** Says the figures, and that nothing deviates but what was reviewed. */
    void conclude() {
        System.out.printf(
                "corpus %s: %d of %d right; held back: %d of %d%n",
                set, asked[0] - wrong[0], asked[0], asked[1] - wrong[1], asked[1]);
        assertThat(deviations)
                .as("Seen:\n" + String.join("\n", seen))
                .isEqualTo(reviewed().collect(Collectors.toCollection(TreeSet::new)));
    }

    private Stream<String> reviewed() {
        return rows(REVIEWED)
                .filter(row -> row[0].equals(set))
                .peek(row -> assertThat(row).as("a reason").hasSize(4))
                .map(row -> row[1] + "\t" + row[2]);
    }

    static Stream<String[]> rows(String file) {
        try {
            return Files.readAllLines(Samples.file(file)).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String fold(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    static boolean isHeldBack(String sample) {
        try {
            return Byte.toUnsignedInt(MessageDigest.getInstance("SHA-256").digest(sample.getBytes(UTF_8))[0]) % 3 == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
