package pronto.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pronto.runtime.CannotRun;
import pronto.runtime.MasterKey;

class MasterKeyTest {

    private static final byte[] WORDS = "support+t1".getBytes(StandardCharsets.UTF_8);

    private final MasterKey key = new StoredMasterKey(new byte[32]);

    @Test
    void what_was_sealed_opens_in_its_place_alone() {
        var sealed = key.seal("mailbox 1 password", "perché no");

        assertThat(key.open("mailbox 1 password", sealed)).isEqualTo("perché no");
        assertThatThrownBy(() -> key.open("mailbox 2 password", sealed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_secret_never_looks_the_same_twice() {
        assertThat(key.seal("place", "secret")).isNotEqualTo(key.seal("place", "secret"));
    }

    @Test
    void each_purpose_signs_with_a_key_of_its_own() {
        assertThat(key.sign("reply", WORDS))
                .isEqualTo(key.sign("reply", WORDS))
                .isNotEqualTo(key.sign("session", WORDS));
    }

    @Test
    void the_key_is_made_once_and_only_its_owner_reads_it(@TempDir Path home) throws IOException {
        var file = new KeyFile(home.resolve("master.key"));

        var made = file.readOrMake();

        assertThat(file.readOrMake()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_too_short_stops_the_start_with_a_sentence() {
        assertThatThrownBy(() -> KeyFile.decode("c2hvcnQ=", "The setting pronto.key"))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("pronto.key");
    }
}
