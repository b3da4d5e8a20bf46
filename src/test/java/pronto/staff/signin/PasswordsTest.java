package pronto.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void only_the_password_itself_matches() {
        var hash = passwords.hash("nebbia sul ponte alle sei");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("nebbia sul ponte alle sei", hash)).isTrue();
        assertThat(passwords.matches("nebbia sul ponte alle sette", hash)).isFalse();
        assertThat(passwords.hash("nebbia sul ponte alle sei")).isNotEqualTo(hash);
    }

    @Test
    void somebody_without_a_password_matches_none() {
        assertThat(passwords.matches("", null)).isFalse();
        assertThat(passwords.matches("anything at all", null)).isFalse();
    }

    @Test
    void secrets_differ_and_do_not_print_themselves() {
        var secret = Secret.random("pronto_");

        assertThat(secret.reveal()).startsWith("pronto_").hasSize(7 + 43);
        assertThat(secret).hasToString("Secret");
        assertThat(Secret.of(secret.reveal()).hash()).isEqualTo(secret.hash()).hasSize(64);
        assertThat(Secret.random().hash()).isNotEqualTo(Secret.random().hash());
    }
}
