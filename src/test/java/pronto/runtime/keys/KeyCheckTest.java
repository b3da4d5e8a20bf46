package pronto.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import pronto.people.Started;

/** A key that does not fit, and one that is gone: said at the start, and nothing is changed. */
class KeyCheckTest {

    private final Path home = Started.emptyHome();
    private final Path key = home.resolve("master.key");

    @Test
    void another_key_and_a_lost_one_are_refused_and_the_right_one_goes_on() throws Exception {
        Started.on(home).terminate();
        var kept = Files.copy(key, home.resolve("kept.key"), StandardCopyOption.REPLACE_EXISTING);

        var given = run("run", "--pronto.key=" + "A".repeat(43) + "=");
        assertThat(given)
                .contains("The master key of the setting pronto.key is not the one this database was made with");

        Files.delete(key);
        assertThat(run("run")).contains("The master key of this installation is missing", key.toString());
        assertThat(key).as("no other is put in its place").doesNotExist();
        assertThat(run("backup", home.resolve("b").toString())).contains("is missing");

        Files.copy(kept, key);
        try (var again = Started.on(home)) {
            assertThat(again.address()).isNotNull();
        }
    }

    private String run(String... words) {
        var line = new java.util.ArrayList<>(java.util.List.of(words));
        line.addAll(java.util.List.of(
                "--home",
                home.toString(),
                "--pronto.http.port=0",
                "--pronto.mail.smtp.port=0",
                "--pronto.mail.lmtp.port=0"));
        var program = Started.command(line.toArray(String[]::new));
        assertThat(program.awaitEnd()).as(program.said()).isOne();
        assertThat(program.said()).doesNotContain("\tat ");
        return program.said();
    }
}
