package pronto.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others wrote and browsers load is exactly what was fetched, with its licence beside it. */
class VendoredFilesTest {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

    private final JsonNode lock =
            new JsonMapper().readTree(VENDOR.resolve("vendor.lock.json").toFile());

    @Test
    void every_file_has_the_checksum_of_the_lock_file() throws Exception {
        for (var entry : lock) {
            for (var file : entry.get("files")) {
                var path = VENDOR.resolve(
                        entry.get("folder").asString(), file.get("file").asString());
                var hash = MessageDigest.getInstance("SHA-384").digest(Files.readAllBytes(path));
                assertThat("sha384-" + Base64.getEncoder().encodeToString(hash))
                        .as("%s was changed by hand: run src/main/scripts/vendor", path)
                        .isEqualTo(file.get("sri").asString());
            }
        }
    }

    @Test
    void no_file_lies_there_that_the_lock_file_does_not_name() throws IOException {
        var named = new TreeSet<String>();
        for (var entry : lock) {
            entry.get("files")
                    .forEach(file -> named.add(entry.get("folder").asString() + "/"
                            + file.get("file").asString()));
        }
        try (var files = Files.walk(VENDOR)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(path -> VENDOR.relativize(path).toString())
                            .filter(path -> !path.equals("vendor.lock.json")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void each_has_a_licence_and_a_version() {
        for (var entry : lock) {
            assertThat(entry.get("license").asString()).isNotBlank();
            assertThat(entry.get("version").asString()).isNotBlank();
            assertThat(entry.get("files"))
                    .anySatisfy(file -> assertThat(file.get("file").asString()).startsWithIgnoringCase("LICENSE"));
        }
    }
}
