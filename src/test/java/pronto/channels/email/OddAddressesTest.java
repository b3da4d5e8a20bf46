package pronto.channels.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pronto.channels.Mailbox;
import pronto.channels.email.mime.Addresses;

/** Nobody is taken for a customer's by an address that only looks like one of theirs. */
class OddAddressesTest {

    private static final List<String> LOCALS = List.of("marta", "marta.rossi", "o'brien", "m+tag", "MARTA", "info");

    /** {@code %1$s} is a name of theirs; the address is evil's, or nobody's. */
    private static final List<String> IMPOSTORS = List.of(
            "<%1$s@acme.test>eve@evil.test",
            "<eve@evil.test>%1$s@acme.test",
            "\"%1$s@acme.test\"@evil.test",
            "\"eve@evil.test\"@acme.test",
            "%1$s@acme.test@evil.test",
            "%1$s@acme.test <eve@evil.test>",
            "\"%1$s@acme.test\" <eve@evil.test>",
            "%1$s <%1$s@acme.test> <eve@evil.test>",
            "<%1$s@acme.test> <eve@evil.test>",
            "<<%1$s@acme.test> eve@evil.test>",
            "<eve@evil.test (%1$s@acme.test)>",
            "eve@evil.test (%1$s@acme.test)",
            "(%1$s@acme.test) eve@evil.test",
            "%1$s(@acme.test)@evil.test",
            "%1$s@(acme.test)evil.test",
            "=?utf-8?q?%1$s=40acme.test?= <eve@evil.test>",
            "=?utf-8?q?=3C%1$s=40acme.test=3E?= <eve@evil.test>",
            "=?utf-8?b?PG1hcnRhQGFjbWUudGVzdD4=?= <eve@evil.test>",
            "=?utf-8?q?%1$s=40acme.test=00?= <eve@evil.test>",
            "=?utf-8?q?%1$s=40acme.test=0D=0AFrom:?= <eve@evil.test>",
            "%1$s@=?utf-8?q?acme.test?=",
            "%1$s@acme.test.evil.test",
            "%1$s@evilacme.test",
            "%1$s@acme-test.evil.test",
            "%1$s@.acme.test",
            "%1$s@acme..test",
            "%1$s@acme.tеst",
            "%1$s@аcme.test",
            "%1$s@асme.test",
            "%1$s@ɑcme.test",
            "%1$s@acmе.test",
            "%1$s@аcmе.tеst",
            "%1$s@aсme.test",
            "%1$s@acme.test\u0000.evil.test",
            "%1$s@acme.test\u200b.evil.test",
            "%1$s@acme.test%%00.evil.test",
            "%1$s@acme.test%%20evil.test",
            "%1$s%%40acme.test@evil.test",
            "%1$s@acme.test/evil.test",
            "%1$s@acme.test\\@evil.test",
            "@evil.test:%1$s@acme.test@evil.test",
            "<@acme.test:eve@evil.test>",
            "<@acme.test,@other.test:eve@evil.test>",
            "%1$s!acme.test!eve@evil.test",
            "acme.test!%1$s@evil.test",
            "%1$s@[acme.test]",
            "%1$s@[127.0.0.1]",
            "%1$s@127.0.0.1",
            "%1$s@xn--acme.test",
            "%1$s@acme_test",
            "%1$s@acme test",
            "%1$s @ evil.test",
            "%1$s@evil.test#@acme.test",
            "%1$s@evil.test?@acme.test",
            "%1$s@evil.test;@acme.test",
            "eve@evil.test:%1$s@acme.test",
            "mailto:%1$s@acme.test@evil.test",
            "%1$s@acme.test\u202e@evil.test",
            "\u202etset.emca@%1$s\u202c <eve@evil.test>");

    static Stream<String> impostors() {
        return IMPOSTORS.stream()
                .flatMap(form -> LOCALS.stream().map(local -> String.format(form, local)))
                .distinct();
    }

    @Test
    void there_are_three_hundred_of_them() {
        assertThat(impostors().count()).isGreaterThan(280);
    }

    @ParameterizedTest
    @MethodSource("impostors")
    void an_address_that_only_looks_like_a_customers_is_not_theirs(String written) {
        var mail = Samples.read(("From: " + written + "\r\nSubject: Help\r\n\r\nHelp\r\n").getBytes(UTF_8));

        var from = mail.from();
        if (from != null) {
            assertThat(from.domain()).as(written).isNotEqualTo("acme.test").doesNotEndWith(".acme.test");
            assertThat(from.address()).doesNotContain("<", ">", "\"", " ", "\u0000");
            assertThat(from.address().indexOf('@')).isEqualTo(from.address().lastIndexOf('@'));
            assertThat(from.name() == null ? "" : from.name()).doesNotContain("\n", "\r", "\u0000", "\u202e");
        }
    }

    @ParameterizedTest
    @MethodSource("impostors")
    void what_was_understood_is_understood_the_same_again(String written) {
        for (var mailbox : Addresses.parse(written)) {
            assertThat(Addresses.parse("<" + mailbox.address() + ">"))
                    .extracting(Mailbox::address)
                    .containsExactly(mailbox.address());
        }
    }

    @ParameterizedTest
    @MethodSource("plain")
    void an_address_of_theirs_is_theirs_however_it_is_written(String written) {
        var mail = Samples.read(("From: " + written + "\r\nSubject: Help\r\n\r\nHelp\r\n").getBytes(UTF_8));

        assertThat(mail.from()).isNotNull().extracting(Mailbox::domain).isEqualTo("acme.test");
    }

    static Stream<String> plain() {
        return Stream.of(
                        "%1$s@acme.test",
                        "<%1$s@acme.test>",
                        "Marta <%1$s@acme.test>",
                        "\"Rossi, Marta\" <%1$s@acme.test>",
                        "=?utf-8?q?Mart=C3=A0?= <%1$s@acme.test>",
                        "%1$s@ACME.Test",
                        "\"eve@evil.test\" <%1$s@acme.test>",
                        "%1$s@acme.test (Marta)",
                        "=?utf-8?q?eve=40evil.test?= <%1$s@acme.test>")
                .flatMap(form -> LOCALS.stream().map(local -> String.format(form, local)));
    }
}
