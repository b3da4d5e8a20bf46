package pronto.channels.email.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pronto.channels.Evidence;
import pronto.channels.Evidence.Result;
import pronto.channels.Trust;

/** Who a mail is from, by what the DNS says of its server and its signature. */
class SenderCheckTest {

    private static final String PEER = "192.0.2.1";

    private final DnsDouble dns = SignedMails.keysIn(new DnsDouble());
    private final SenderCheck senders = senders(dns);

    static SenderCheck senders(DnsDouble dns, String... believed) {
        return new SenderCheck(
                new NameServers(dns.address()), List.of(believed), InstantSource.system(), new SimpleMeterRegistry());
    }

    @AfterEach
    void shut() {
        dns.close();
    }

    private Evidence from(String author, String envelope) {
        return senders.check(PEER, "helo.example", envelope, SignedMails.passed(mail(author, "")));
    }

    private static String mail(String author, String more) {
        return "From: " + author + "\r\n" + more + "Subject: Help\r\n\r\nHelp\r\n";
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 ip4:192.0.2.1 -all, PASS",
        "v=spf1 ip4:192.0.2.0/24 -all, PASS",
        "v=spf1 a:out.acme.example -all, PASS",
        "v=spf1 mx -all, PASS",
        "v=spf1 include:other.example -all, PASS",
        "v=spf1 redirect=other.example, PASS",
        "v=spf1 -all, FAIL",
        "v=spf1 ip4:198.51.100.1 ~all, SOFTFAIL",
        "v=spf1 ?all, NEUTRAL",
        "v=spf1 nonsense:x, PERMERROR",
        "some other text, NONE",
        "v=spf1 include:silent.example -all, TEMPERROR",
        "v=spf1 include:broken.example -all, TEMPERROR",
    })
    void a_server_may_send_for_a_domain_if_the_domain_says_so(String record, Result result) {
        dns.text("acme.example", record)
                .mail("acme.example", "out.acme.example")
                .host("out.acme.example", PEER)
                .text("other.example", "v=spf1 ip4:192.0.2.1 -all")
                .silentAbout("silent.example")
                .brokenAbout("broken.example");

        assertThat(from("marta@acme.example", "bounce@acme.example").spf().result())
                .isEqualTo(result);
    }

    @Test
    void a_mail_of_nobodys_is_asked_by_the_name_its_server_gives() {
        dns.text("helo.example", "v=spf1 ip4:192.0.2.1 -all");

        assertThat(from("marta@acme.example", "").spf())
                .extracting(Evidence.Check::result, Evidence.Check::domain)
                .containsExactly(Result.PASS, "helo.example");
    }

    @ParameterizedTest
    @CsvSource({
        // author, envelope, record at _dmarc.acme.example, trust
        "marta@acme.example, b@acme.example, v=DMARC1; p=reject, VERIFIED",
        "marta@acme.example, b@acme.example, v=DMARC1; p=none, VERIFIED",
        "marta@acme.example, b@acme.example, v=DMARC1; aspf=s, VERIFIED",
        "marta@acme.example, b@mail.acme.example, v=DMARC1; p=reject, VERIFIED",
        "marta@acme.example, b@mail.acme.example, v=DMARC1; p=reject; aspf=s, FAILED",
        "marta@mail.acme.example, b@acme.example, v=DMARC1; p=reject, VERIFIED",
        "marta@mail.acme.example, b@acme.example, v=DMARC1; p=reject; aspf=s, FAILED",
        "marta@a.b.c.d.e.f.g.h.i.j.acme.example, b@acme.example, v=DMARC1; p=reject, VERIFIED",
        "marta@acme.example, b@evil.example, v=DMARC1; p=reject, FAILED",
        "marta@acme.example, b@evil.example, v=DMARC1; p=none, FAILED",
        "marta@acme.example, b@notacme.example, v=DMARC1; p=reject, FAILED",
        "marta@acme.example, b@acme.example, v=DMARC2; p=reject, UNVERIFIED",
        "marta@acme.example, b@acme.example, , UNVERIFIED",
    })
    void only_what_is_proven_for_the_author_who_is_shown_counts(
            String author, String envelope, String record, Trust trust) {
        if (record != null) {
            dns.text("_dmarc.acme.example", record);
        }
        for (var domain : List.of("acme.example", "mail.acme.example", "evil.example", "notacme.example")) {
            dns.text(domain, "v=spf1 ip4:192.0.2.1 -all");
        }

        assertThat(from(author, envelope).trust()).isEqualTo(trust);
    }

    @Test
    void a_domain_with_two_policies_has_none() {
        dns.text("_dmarc.acme.example", "v=DMARC1; p=reject", "v=DMARC1; p=none");

        assertThat(from("marta@acme.example", "x@evil.example").dmarc().result())
                .isEqualTo(Result.NONE);
    }

    @Test
    void a_suffix_that_says_it_is_one_ends_no_organisation_together() {
        dns.text("_dmarc.hosting.example", "v=DMARC1; p=reject; psd=y")
                .text("eve.hosting.example", "v=spf1 ip4:192.0.2.1 -all");

        assertThat(from("marta@acme.hosting.example", "eve@eve.hosting.example").trust())
                .isEqualTo(Trust.FAILED);
    }

    @Test
    void a_part_that_says_it_is_an_organisation_is_one_of_its_own() {
        dns.text("_dmarc.acme.example", "v=DMARC1; p=reject")
                .text("_dmarc.students.acme.example", "v=DMARC1; p=reject; psd=n")
                .text("students.acme.example", "v=spf1 ip4:192.0.2.1 -all");

        assertThat(from("dean@acme.example", "eve@students.acme.example").trust())
                .isEqualTo(Trust.FAILED);
        assertThat(from("ann@students.acme.example", "ann@students.acme.example")
                        .trust())
                .isEqualTo(Trust.VERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"silent", "broken"})
    void a_domain_that_nobody_answers_for_is_unverified_and_never_failed(String how) {
        dns.text("_dmarc.acme.example", "v=DMARC1; p=reject");
        if (how.equals("silent")) {
            dns.silentAbout("acme.example");
        } else {
            dns.brokenAbout("acme.example");
        }

        var evidence = from("marta@acme.example", "b@acme.example");

        assertThat(evidence.spf().result()).isEqualTo(Result.TEMPERROR);
        assertThat(evidence.dmarc().result()).isEqualTo(Result.TEMPERROR);
        assertThat(evidence.trust()).isEqualTo(Trust.UNVERIFIED);
    }

    @Test
    void however_silent_the_name_servers_a_mail_waits_two_seconds_at_most_and_the_next_one_not_at_all() {
        for (var name :
                List.of("acme.example", "_dmarc.acme.example", "_dmarc.example", "one._domainkey.acme.example")) {
            dns.silentAbout(name);
        }
        var mail = SignedMails.mail("relaxed");

        var first = System.nanoTime();
        assertThat(senders.check(PEER, "a", "b@acme.example", SignedMails.passed(mail))
                        .trust())
                .isEqualTo(Trust.UNVERIFIED);
        assertThat(Duration.ofNanos(System.nanoTime() - first)).isLessThan(Duration.ofSeconds(5));
        var second = System.nanoTime();
        senders.check(PEER, "a", "b@acme.example", SignedMails.passed(mail));
        assertThat(Duration.ofNanos(System.nanoTime() - second)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void what_was_answered_once_is_not_asked_again() {
        dns.text("_dmarc.acme.example", "v=DMARC1; p=reject").text("acme.example", "v=spf1 ip4:192.0.2.1 -all");
        from("marta@acme.example", "b@acme.example");
        var asked = dns.asked.size();

        assertThat(from("marta@acme.example", "b@acme.example").trust()).isEqualTo(Trust.VERIFIED);
        assertThat(dns.asked).hasSize(asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "marta@acme.example, boss@acme.example | PERMERROR",
                "<marta@acme.example>boss@evil.example | PERMERROR",
                "\"marta@acme.example\"@evil.example | PERMERROR",
                "undisclosed | PERMERROR",
            })
    void who_names_no_one_author_is_nobody(String author, Result result) {
        assertThat(from(author, "b@acme.example").dmarc().result()).isEqualTo(result);
    }

    @Test
    void the_word_of_a_server_of_ours_counts_only_from_near() {
        var word = "Authentication-Results: mx.pronto.example; dmarc=pass header.from=acme.example\r\n";
        var ours = senders(dns, "mx.pronto.example");
        var mail = mail("marta@acme.example", word);

        assertThat(ours.check("127.0.0.1", "mx", "", SignedMails.passed(mail)).trust())
                .isEqualTo(Trust.VERIFIED);
        assertThat(ours.check(null, "", "", SignedMails.passed(mail)).trust()).isEqualTo(Trust.VERIFIED);
        assertThat(ours.check("192.0.2.1", "mx", "", SignedMails.passed(mail)).trust())
                .isEqualTo(Trust.UNVERIFIED);
        assertThat(senders.check("127.0.0.1", "mx", "", SignedMails.passed(mail))
                        .trust())
                .isEqualTo(Trust.UNVERIFIED);
    }

    @Test
    void behind_another_server_a_signature_proves_the_author_and_nothing_else_says_anything() {
        dns.text("_dmarc.acme.example", "v=DMARC1; p=reject");

        assertThat(behind(SignedMails.mail("relaxed"))).isEqualTo(Trust.VERIFIED);
        assertThat(behind(SignedMails.mail("ed25519"))).isEqualTo(Trust.VERIFIED);
        assertThat(behind(SignedMails.mail("relaxed").replace("Since two", "Since ten")))
                .as("it may have come from where it should, and been changed on the way")
                .isEqualTo(Trust.UNVERIFIED);
        assertThat(behind(mail("marta@acme.example", ""))).isEqualTo(Trust.UNVERIFIED);
        assertThat(behind("From: Boss <boss@acme.example>\r\n" + SignedMails.mail("relaxed")))
                .isEqualTo(Trust.FAILED);
    }

    @Test
    void behind_another_server_the_word_of_one_that_is_believed_comes_first() {
        var word = "Authentication-Results: mx.pronto.example; dmarc=fail header.from=acme.example\r\n";
        var ours = senders(dns, "mx.pronto.example");

        assertThat(ours.check(null, "", "", SignedMails.passed(word + SignedMails.mail("relaxed")))
                        .trust())
                .isEqualTo(Trust.FAILED);
    }

    private Trust behind(String mail) {
        return senders.check(null, "", "", SignedMails.passed(mail)).trust();
    }
}
