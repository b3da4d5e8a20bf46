package pronto.runtime.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import pronto.runtime.CannotRun;

class SettingsCheckTest {

    @Test
    void a_key_that_does_not_exist_is_named_with_the_one_that_was_meant() {
        refused("pronto.htpp.port", "8080")
                .hasMessage("There is no setting pronto.htpp.port; did you mean pronto.http.port?");
    }

    @Test
    void an_unknown_environment_variable_of_ours_is_refused_too() {
        assertThatThrownBy(() -> check(variable("PRONTO_MAIL_DOMIAN", "example.com")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("pronto.mail.domian")
                .hasMessageContaining("pronto.mail.domain");
    }

    @Test
    void every_way_to_write_a_key_that_exists_is_taken() {
        accepted(
                "pronto.mailboxes[0].host",
                "imap.example.com",
                "pronto.mailboxes[0].user",
                "support",
                "pronto.mailboxes[0].password",
                "p");
        accepted("pronto.mail.addresses", "help@example.com=Helpers,support@example.com");
        accepted("pronto.mail.addresses[0]", "help@example.com");
        accepted("pronto.mail.addresses[0].address", "help@example.com");
        assertThatCode(() -> check(variable("PRONTO_MAIL_DKIM_SELECTOR", "s1"))).doesNotThrowAnyException();
        assertThatCode(() -> check(variable(
                        "PRONTO_MAILBOXES_0_HOST",
                        "h",
                        "PRONTO_MAILBOXES_0_USER",
                        "u",
                        "PRONTO_MAILBOXES_0_PASSWORD",
                        "p")))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(variable("PRONTO_JAVA_HOME", "/opt/java"))).doesNotThrowAnyException();
    }

    @Test
    void values_that_do_not_fit_are_named_with_their_key() {
        refused("pronto.http.port", "eighty")
                .hasMessageContaining("pronto.http.port")
                .hasMessageContaining("eighty");
        refused("pronto.http.port", "70000").hasMessageContaining("pronto.http.port");
        refused("pronto.mail.size", "big").hasMessageContaining("pronto.mail.size");
        refused("pronto.url", "support.example.com").hasMessageContaining("pronto.url");
        refused("pronto.tls.certificate", "/cert.pem").hasMessageContaining("pronto.tls.key");
        refused("pronto.database.url", "mysql://x").hasMessageContaining("pronto.database.url");
    }

    @Test
    void a_relay_that_cannot_be_read_is_named_without_its_password() {
        refused("pronto.mail.relay", "http://me:secret@host")
                .hasMessageContaining("pronto.mail.relay")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_mailbox_signs_in_by_password_or_by_token() {
        var mailbox = List.of("pronto.mailboxes[0].host", "h", "pronto.mailboxes[0].user", "support@acme.example");
        var byToken = List.of(
                "pronto.mailboxes[0].oauth.token-url",
                "https://a.example/token",
                "pronto.mailboxes[0].oauth.client-id",
                "i");
        var byPassword = List.of("pronto.mailboxes[0].password", "p");
        var secret = List.of("pronto.mailboxes[0].oauth.client-secret", "s");
        var refresh = List.of("pronto.mailboxes[0].oauth.refresh-token", "r");

        accepted(all(mailbox, byPassword));
        accepted(all(mailbox, byToken, secret));
        accepted(all(mailbox, byToken, refresh));
        assertThatThrownBy(() -> check(settings(all(mailbox, List.of()))))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("support@acme.example");
        assertThatThrownBy(() -> check(settings(all(mailbox, byPassword, byToken, secret))))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> check(settings(all(mailbox, byToken))))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("client-secret");
    }

    @SafeVarargs
    private static String[] all(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toArray(String[]::new);
    }

    @Test
    void a_rate_is_a_number_or_none() {
        accepted("pronto.api.rate", "-1");
        accepted("pronto.api.rate", "20");
        refused("pronto.api.rate", "0").hasMessageContaining("pronto.api.rate");
    }

    private static void accepted(String... keysAndValues) {
        assertThatCode(() -> check(settings(keysAndValues))).doesNotThrowAnyException();
    }

    private static AbstractThrowableAssert<?, ?> refused(String key, String value) {
        return (AbstractThrowableAssert<?, ?>)
                assertThatThrownBy(() -> check(settings(key, value))).isInstanceOf(CannotRun.class);
    }

    private static void check(StandardEnvironment environment) {
        SettingsCheck.check(environment);
    }

    private static StandardEnvironment settings(String... keysAndValues) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", map(keysAndValues)));
        return environment;
    }

    private static StandardEnvironment variable(String... keysAndValues) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, map(keysAndValues)));
        return environment;
    }

    private static Map<String, Object> map(String... keysAndValues) {
        var map = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
