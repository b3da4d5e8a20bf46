package pronto.customers.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.channels.EmailDomain;

class PublicMailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "GMAIL.com",
                "libero.it",
                "tiscali.it",
                "alice.it",
                "arubapec.it",
                "legalmail.it",
                "pec.it",
                "hotmail.co.uk",
                "mailinator.com",
                "box.mailinator.com",
                "acme.onmicrosoft.com"
            })
    void nobody_owns_a_public_mail_domain(String domain) {
        assertThat(PublicMail.holds(named(domain))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"it", "com", "co.uk", "gov.it", "roma.it", "github.io", "blogspot.com", "localhost", "公司.cn"})
    void nobody_owns_what_names_are_registered_under(String domain) {
        assertThat(PublicMail.holds(named(domain))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.it",
                "comune.roma.it",
                "acme.co.uk",
                "acme.github.io",
                "notgmail.com",
                "mail.acme.it",
                "città.it",
                "acme.example",
                "acme.test"
            })
    void a_domain_of_its_own_can_be_a_customers(String domain) {
        assertThat(PublicMail.holds(named(domain))).isFalse();
    }

    private static EmailDomain named(String domain) {
        return EmailDomain.parse(domain).orElseThrow();
    }
}
