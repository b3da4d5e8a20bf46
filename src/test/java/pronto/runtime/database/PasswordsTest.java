package pronto.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {

    @TempDir
    private Path home;

    @Test
    void nobody_who_knows_the_passwords_of_one_installation_knows_those_of_another() throws IOException {
        var one = Passwords.readOrMake(home.resolve("one"));
        var other = Passwords.readOrMake(home.resolve("other"));

        assertThat(new String[] {one.owner(), one.pronto(), other.owner(), other.pronto()})
                .doesNotHaveDuplicates()
                .allSatisfy(password -> assertThat(password).hasSizeGreaterThanOrEqualTo(32));
    }

    @Test
    void whoever_starts_it_again_goes_on_with_the_same_passwords() throws IOException {
        var file = home.resolve("passwords");

        assertThat(Passwords.readOrMake(file)).isEqualTo(Passwords.readOrMake(file));
    }

    @Test
    void nobody_else_on_the_machine_can_read_them() throws IOException {
        var file = home.resolve("passwords");
        Passwords.readOrMake(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
