package pronto.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Marta.Rossi@Acme.IT, marta.rossi@acme.it",
        " marta@acme.it , marta@acme.it",
        "marta+orders@acme.it, marta+orders@acme.it",
        "marta@acme.it., marta@acme.it",
        "o'brien@acme.ie, o'brien@acme.ie",
        "giulia@città.it, giulia@xn--citt-3na.it",
        "giulia@faß.de, giulia@xn--fa-hia.de",
        "giulia@xn--fa-hia.de, giulia@xn--fa-hia.de",
        "josé@acme.es, josé@acme.es",
        "root@localhost, root@localhost",
    })
    void an_address_is_kept_in_one_form(String typed, String kept) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::toString).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "marta",
                "marta@",
                "@acme.it",
                "marta@acme..it",
                "marta@.acme.it",
                "marta@-acme.it",
                "<aaa@bbb.com>ccc@ddd.com",
                "\"a@evil.org\"@corp.com",
                "\"marta\"@acme.it",
                "a@b@acme.it",
                "Marta <marta@acme.it>",
                "marta@acme.it, luca@acme.it",
                "marta(work)@acme.it",
                "marta@[127.0.0.1]",
                "marta@127.0.0.1",
                "mar ta@acme.it",
                "marta@acme .it",
                "marta@acme.it\r\nBcc: x@y.it",
                ".marta@acme.it",
                "marta.@acme.it",
                "mar..ta@acme.it",
                "marta@xn--a.it",
                "marta@acme_x.it",
                "marta\u0000@acme.it",
                "marta\u202e@acme.it",
                "marta@acme\u2024it.\u0000"
            })
    void what_hides_another_address_or_is_none_names_nobody(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void a_domain_that_only_looks_like_another_is_another() {
        assertThat(EmailDomain.parse("еxample.com"))
                .map(EmailDomain::name)
                .hasValueSatisfying(name -> assertThat(name).startsWith("xn--").isNotEqualTo("example.com"));
    }

    @Test
    void a_domain_reads_as_people_write_it() {
        assertThat(EmailDomain.parse("CITTÀ.it").orElseThrow().readable()).isEqualTo("città.it");
    }

    @Test
    void a_domain_lies_within_itself_and_what_is_above_it() {
        var domain = EmailDomain.parse("mail.acme.it").orElseThrow();

        assertThat(domain.within("acme.it")).isTrue();
        assertThat(domain.within("mail.acme.it")).isTrue();
        assertThat(domain.within("cme.it")).isFalse();
    }

    @Test
    void what_was_read_reads_the_same_again() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        var signs = "abzABZ019.-_+@\"<>() àéßЖ漢\u200d%'";
        for (var i = 0; i < 20_000; i++) {
            var typed = random.ints(random.nextInt(3, 20), 0, signs.length())
                    .mapToObj(at -> signs.substring(at, at + 1))
                    .collect(Collectors.joining());
            EmailAddress.parse(typed)
                    .ifPresent(read -> assertThat(EmailAddress.parse(read.toString()))
                            .as(typed)
                            .contains(read));
        }
    }
}
