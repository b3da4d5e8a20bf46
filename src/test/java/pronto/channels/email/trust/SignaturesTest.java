package pronto.channels.email.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.channels.Evidence;
import pronto.channels.Evidence.Check;
import pronto.channels.Evidence.Result;

/** Mails signed by python3-dkim and opendkim are known as theirs, and not when anybody laid hands on them. */
class SignaturesTest {

    private final DnsDouble dns = SignedMails.keysIn(new DnsDouble()).text("_dmarc.acme.example", "v=DMARC1; p=reject");
    private final SenderCheck senders = SenderCheckTest.senders(dns);

    @AfterEach
    void shut() {
        dns.close();
    }

    private Evidence evidence(String mail) {
        return senders.check("192.0.2.1", "mail.acme.example", "", SignedMails.passed(mail));
    }

    private Check first(String mail) {
        return evidence(mail).dkim().getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relaxed",
                "simple",
                "mixed",
                "empty-relaxed",
                "empty-simple",
                "no-last-line-end",
                "international",
                "identity",
                "sub-domain",
                "foreign",
                "ed25519",
                "length"
            })
    void a_signature_of_another_program_is_understood(String name) {
        assertThat(first(SignedMails.mail(name)))
                .extracting(Check::result, Check::domain)
                .containsExactly(Result.PASS, "acme.example");
    }

    @Test
    void every_signature_has_its_own_verdict() {
        assertThat(evidence(SignedMails.mail("twice")).dkim())
                .extracting(Check::result, Check::domain)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Result.PASS, "acme.example"),
                        org.assertj.core.groups.Tuple.tuple(Result.PASS, "list.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relaxed", "simple", "ed25519"})
    void a_changed_text_is_no_longer_theirs(String name) {
        assertThat(first(SignedMails.mail(name).replace("nothing\tis", "everything is"))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relaxed", "simple", "ed25519"})
    void a_changed_title_is_no_longer_theirs(String name) {
        assertThat(first(SignedMails.mail(name).replace("Since two", "Since ten"))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void what_was_written_below_the_signed_length_is_nobodys() {
        assertThat(first(SignedMails.mail("length") + "Pay to this account instead.\r\n")
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void a_second_sender_above_the_signed_one_makes_it_a_forgery() {
        var evidence = evidence("From: Boss <boss@acme.example>\r\n" + SignedMails.mail("relaxed"));

        assertThat(evidence.dmarc().result()).isEqualTo(Result.FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "short", "opendkim"})
    void a_weak_signature_counts_for_nothing(String name) {
        assertThat(first(SignedMails.mail(name)).result()).isEqualTo(Result.PERMERROR);
    }

    @Test
    void a_key_that_was_withdrawn_proves_nothing() {
        dns.text("old._domainkey.acme.example", "v=DKIM1; k=rsa; p=");

        assertThat(first(SignedMails.mail("relaxed").replace("s=one", "s=old")).result())
                .isEqualTo(Result.PERMERROR);
    }

    @Test
    void a_signature_that_has_expired_proves_nothing() {
        var later = new SenderCheck(
                new NameServers(dns.address()),
                java.util.List.of(),
                InstantSource.fixed(Instant.parse("2036-01-01T00:00:00Z")),
                new SimpleMeterRegistry());
        var mail = SignedMails.mail("relaxed").replace(" s=one;", " s=one; x=1900000000;");

        assertThat(later.check("192.0.2.1", "a", "", SignedMails.passed(mail))
                        .dkim()
                        .getFirst())
                .extracting(Check::result, Check::why)
                .containsExactly(Result.PERMERROR, "expired");
    }
}
